import ts from 'typescript';

/** No file longer than this, no function longer than that. */
const LINES = 300;
const FUNCTION_LINES = 60;
/** A test tells a story from its beginning to its end. */
const STORY_LINES = 100;

const GENERATED = new Set(['src/platform/db/tables.ts']);
const BANNED_VERB = /^(handle|process|manage|do)(?=[A-Z0-9_]|$)/;
const BANNED_NOUN = /(Utils?|Helpers?|Manager|Misc)$/;
const BANNED_FILE = /(^|[/.-])(utils?|helpers?|common|lib|misc)([/.-]|$)/;
/** In engine cases a process is a thing, not a verb. */
const SPEAKS_OF_PROCESSES = /^src\/engines\/cases\/|[.]process[.]ts$/;
/** Here methods carry the names of a library that calls them by those names. */
const NAMED_BY_OTHERS = new Set(['src/platform/db/copy.ts']);
/** Files whose text in Chinese is what people type or files say, read by the program; nobody is shown it. */
const READS_CHINESE = new Set(['tools/launch.mjs']);
const HAN = /\p{Script=Han}/u;
const PRODUCT = '\u5a18\u5bb6';

type Seen = { readonly path: string; readonly file: ts.SourceFile; readonly faults: string[]; readonly isTest: boolean };

const at = ({ path, file }: Seen, node: ts.Node): string => `${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;

/** Whether a path may hold Chinese text in its code: words, demonstration, tests, and what reads Chinese. */
export const mayHoldChinese = (path: string): boolean =>
  /[.](words|demo|test|reading)[.]tsx?$|^(test|bench)\/|[.]faults[.]ts$/.test(path) || READS_CHINESE.has(path);

function functionName(node: ts.SignatureDeclaration): string {
  if (node.name) return node.name.getText();
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText();
  return '';
}

function lookAtFunction(seen: Seen, node: ts.FunctionLikeDeclaration): void {
  const { file, path, faults, isTest } = seen;
  const first = file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  const last = file.getLineAndCharacterOfPosition(node.end).line;
  const lines = last - first + 1;
  const name = functionName(node);
  const most = isTest ? STORY_LINES : FUNCTION_LINES;
  if (lines > most) faults.push(`${at(seen, node)} ${name || 'a function'} has ${lines} lines (${most} at most)`);
  if (BANNED_VERB.test(name) && !NAMED_BY_OTHERS.has(path) && !(SPEAKS_OF_PROCESSES.test(path) && name.startsWith('process'))) faults.push(`${at(seen, node)} ${name}: say what it does with a verb of the trade`);
}

function lookAtDeclaration(seen: Seen, node: ts.Node): void {
  const named = ts.isClassDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isVariableDeclaration(node) ? node.name : undefined;
  if (named && ts.isIdentifier(named) && BANNED_NOUN.test(named.text)) seen.faults.push(`${at(seen, node)} ${named.text}: name the thing itself`);
}

function lookAtText(seen: Seen, node: ts.Node): void {
  const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isJsxText(node) || ts.isRegularExpressionLiteral(node) ? node.text : '';
  if (HAN.test(text.replaceAll(PRODUCT, '')) && !mayHoldChinese(seen.path)) seen.faults.push(`${at(seen, node)} Chinese in code (${text.trim().slice(0, 24)}): it belongs into *.words.ts, or into *.reading.ts when it is what people type`);
}

const isBusiness = (path: string): boolean => /^src\/(features|engines)\//.test(path) && !/[.](test|demo)[.]tsx?$|\/ui\//.test(path);

function lookAtClock(seen: Seen, node: ts.Node): void {
  if (!isBusiness(seen.path)) return;
  const now = (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) || (ts.isCallExpression(node) && node.expression.getText() === 'Date.now');
  if (now) seen.faults.push(`${at(seen, node)} the clock is tx.now`);
}

function lookAtEffects(seen: Seen, node: ts.Node): void {
  if (!ts.isCallExpression(node)) return;
  const called = node.expression.getText();
  if (called === 'Math.random' && isBusiness(seen.path)) seen.faults.push(`${at(seen, node)} Math.random can be guessed; take node:crypto`);
  if (seen.isTest && /^(test|it|describe|suite)\.(only|skip|todo)$/.test(called)) seen.faults.push(`${at(seen, node)} ${called}: a test runs or it is not there`);
}

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
const MARKS = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`);
const SILENCED = /@ts-(ignore|nocheck|expect-error)|biome-ignore(?!.*: \S)/;

function lookAtComments(seen: Seen, text: string): void {
  for (const comment of text.matchAll(COMMENT)) {
    const line = text.slice(0, comment.index).split('\n').length;
    if (MARKS.test(comment[0])) seen.faults.push(`${seen.path}:${line} a left-over mark: do it, or open an issue`);
    if (SILENCED.test(comment[0]) && !(seen.isTest && comment[0].includes('expect-error'))) seen.faults.push(`${seen.path}:${line} a silenced check without a reason`);
  }
}

/** What is untidy in one source file; `functions` counts those looked at. */
export function codeFaults(path: string, text: string): { faults: string[]; functions: number } {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const seen: Seen = { path, file, faults: [], isTest: /[.]test[.]tsx?$|^test\//.test(path) };
  const lines = text.split('\n').length - 1;
  if (lines > LINES && !GENERATED.has(path)) seen.faults.push(`${path} has ${lines} lines (${LINES} at most): a room is missing`);
  if (BANNED_FILE.test(path)) seen.faults.push(`${path}: a file is named by what is in it`);
  lookAtComments(seen, text);
  let functions = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isFunctionExpression(node) || ts.isArrowFunction(node) || ts.isConstructorDeclaration(node)) {
      functions += 1;
      lookAtFunction(seen, node);
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) seen.faults.push(`${at(seen, node)} any`);
    lookAtDeclaration(seen, node);
    lookAtText(seen, node);
    lookAtClock(seen, node);
    lookAtEffects(seen, node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { faults: seen.faults, functions };
}

import ts from 'typescript';

/** One statement of a `*.sql.ts` file: which function says it and its text, with `$` for each value. */
export type Statement = { readonly where: string; readonly text: string };

const VERB = /^\s*(select|with|insert|update|delete|lock|refresh|truncate|create|drop|alter)\b/i;
const BUILDER = /\.(selectFrom|insertInto|updateTable|deleteFrom|with|withRecursive)\(/;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The function, or else the outermost name, under which a statement stands. */
function ownerOf(node: ts.Node): string {
  let outermost = '(file)';
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if ((ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at)) && at.name) return at.name.getText();
    if (ts.isVariableDeclaration(at)) outermost = at.name.getText();
  }
  return outermost;
}

/** A value becomes `$`, a piece of SQL made elsewhere keeps its name in braces. */
function templateText(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const spans = template.templateSpans.map((span) => {
    const inner = span.expression.getText();
    const isSql = /^[A-Z][A-Z_]+$|^\w+\(tx\b/.test(inner) || /\bsql\b|^(where|visibleTo|inSubtrees|conditions|matches|not[A-Z]\w*|\w+(Columns|Condition|Filter|Where))\b/.test(inner);
    return `${isSql ? `{${tidy(inner)}}` : '$'}${span.literal.text}`;
  });
  return template.head.text + spans.join('');
}

/** The statements of one `*.sql.ts` file, in the order in which they stand: `sql` templates and Kysely's builder chains. */
export function statementsIn(path: string, source: string): Statement[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: Statement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^sql\b/.test(node.tag.getText())) {
      const text = tidy(templateText(node.template));
      if (VERB.test(text)) found.push({ where: `${path} ${ownerOf(node)}`, text });
    }
    if (ts.isCallExpression(node) && /\.(execute|executeTakeFirst|executeTakeFirstOrThrow|stream)$/.test(node.expression.getText()) && BUILDER.test(node.getText())) {
      found.push({ where: `${path} ${ownerOf(node)}`, text: tidy(node.getText()) });
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const FAULTS = [
  [/\bnow\(\)|\bcurrent_(date|timestamp|time)\b|\bclock_timestamp\(/i, 'reads the database’s clock; tx.now is the clock'],
  [/\bwith\s+recursive\b/i, 'is recursive; take the path'],
  [/\b(rollup|cube)\s*\(/i, 'rolls up; Citus refuses it'],
  [/\bgen_random_uuid\(|\buuid_generate/i, 'makes ids in the database'],
  [/\brandom\(\)/i, 'draws in the database'],
] as const;
const READS_ROWS = /\b(from|into|update|join)\s+(?!jsonb?_|unnest|generate_|lateral|\(|\{|\$|pg_)[a-z_]+/i;

/** What a statement may not do: read the database's clock, forget the tenant, list without an end. */
export function statementFaults({ where, text }: Statement, lookups: ReadonlySet<string>): string[] {
  const faults: string[] = FAULTS.filter(([pattern]) => pattern.test(text)).map(([, why]) => `${where} ${why}`);
  const table = /\b(?:from|into|update)\s+([a-z_]+)/i.exec(text)?.[1] ?? '';
  const hasTenant = /federation_?id/i.test(text) || /\{(where|conditions|FROM|SCOPE|OWN|\w+\(tx\b)[^}]*\}/.test(text);
  if (READS_ROWS.test(text) && !hasTenant && !lookups.has(table)) faults.push(`${where} does not say federation_id`);
  return faults;
}

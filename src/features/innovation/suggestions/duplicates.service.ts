import type { z } from 'zod';
import { type Actor, mayIn, scopesOf, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Locale, say } from '#shared/words';
import type { Call } from '#platform/http';
import { audit } from '#engines/audit';
import { outermost } from '#engines/org';
import { similarity } from '#engines/similarity';
import { type Likeness, listLikenesses, settleLikeness } from './duplicates.sql.ts';
import type { merging } from './merging.contract.ts';
import { type Comparable, findComparable, listMergers } from './merging.sql.ts';
import { words } from './merging.words.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { WHOLE } from './suggestions.rules.ts';
import { words as suggestionWords } from './suggestions.words.ts';
import { loadSeen } from './views.service.ts';

type In<K extends keyof typeof merging> = z.output<(typeof merging)[K]['in']>;
type Alike = z.input<(typeof merging)['alike']['out']>['items'][number];

const FOUND_MOST = 8;
const FOUND_LEAST = 0.3;
const HINT_MOST = 12;

/** Title, problem and remedy as one text, as two suggestions are compared. */
export const contentOf = (c: Pick<Comparable, 'title' | 'problem' | 'remedy'>): string => `${c.title}\n${c.problem}\n${c.remedy}`;

/** Whether one was handed in before the other: the day, then the moment, then the id. */
export function isBefore(a: Comparable, b: Comparable): boolean {
  if (a.submittedOn !== b.submittedOn) return a.submittedOn < b.submittedOn;
  const [x, y] = [a.openedAt.getTime(), b.openedAt.getTime()];
  return x === y ? a.id < b.id : x < y;
}

/** Whether the actor judges this suggestion as an officer: over the union that has it or its unit, not barred, not an author. */
export const judges = (by: Actor, permission: string, c: Comparable): boolean =>
  !c.barred && c.authorId !== by.personId && (mayIn(by, permission, c.deskPath) || mayIn(by, permission, c.unitPath));

const isShared = (c: Comparable): boolean => c.adoptedOn !== null && c.revokedOn === null && c.voidOn === null;

/** States in which another can be merged into a suggestion. */
const TAKES: readonly string[] = ['submitted', 'returned', 'company', 'appealed', 'adopted', 'implementing', 'accepting', 'completed', 'standardised'];

/**
 * Why one cannot be merged into another, or null: first submission wins, both in one company, the earlier alive.
 * @param later the one that would go
 */
export function obstacleOf(by: Actor, later: Comparable, earlier: Comparable): Refused | null {
  const title = earlier.title;
  if (later.id === earlier.id) return new Refused(words.itself, { status: 400 });
  if (!judges(by, 'suggestions.review', earlier)) return new Refused(words.otherUnit, { status: 404 });
  if (later.schemeUnionId !== earlier.schemeUnionId) return new Refused(words.otherScheme);
  if (!isBefore(earlier, later)) return new Refused(words.laterFirst, { slots: { title } });
  if (earlier.state === 'merged') return new Refused(words.mergedItself, { slots: { title } });
  const state = suggestionProcess.states[earlier.state as keyof typeof suggestionProcess.states].word;
  if (!TAKES.includes(earlier.state)) return new Refused({ ...words.notAlive, zh: say(words.notAlive, 'zh', { title, state: state.zh }), en: say(words.notAlive, 'en', { title, state: state.en }) });
  return null;
}

type Pair = { readonly own: Comparable; readonly other: Comparable; readonly likeness: Likeness | undefined; readonly score: number };

function alikeView(by: Actor, { own, other, likeness, score }: Pair, locale: Locale): Alike {
  const shown = judges(by, 'suggestions.read', other) || isShared(other);
  const first = isBefore(other, own);
  const why = shown && ['submitted', 'company'].includes(own.state) ? obstacleOf(by, own, other) : null;
  const found = shown ? similarity.explain(contentOf(own), contentOf(other)) : null;
  const { numbers, codes } = found?.contradicts ?? { numbers: [[], []], codes: [[], []] };
  const state = suggestionProcess.states[other.state as keyof typeof suggestionProcess.states].word;
  return {
    id: other.id, shown, number: shown ? other.number : '', title: shown ? other.title : say(words.cannotSee, locale), stateWord: shown ? say(state, locale) : '', submittedOn: shown ? other.submittedOn : null, unit: shown ? other.unit : '',
    authors: shown ? other.authors : '', content: shown ? contentOf(other) : '', score, first, state: likeness?.state ?? 'searched', said: likeness?.said ?? '', settledText: likeness?.settledText ?? '',
    passages: (found?.passages ?? []).map((p) => ({ own: [...p.first], other: [...p.second] })),
    contradicts: [numbers, codes].filter(([a, b]) => a.length > 0 && b.length > 0).map(([a, b]) => ({ own: a.join('、'), other: b.join('、') })),
    category: other.category, grade: shown ? other.grade : null, mayMerge: shown && first && why === null && ['submitted', 'company'].includes(own.state), whyNot: why === null ? '' : say(why.word, locale, why.slots), authorCount: other.authorCount,
  };
}

const mostOften = <T>(list: readonly T[]): T | null => {
  const counts = new Map<T, number>();
  for (const x of list) counts.set(x, (counts.get(x) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};

/** What suggestions like one were judged to be: the kind and the grade that most of them got. */
function hintOf(list: readonly Comparable[]): { category: Comparable['category'] | null; grade: number | null; of: number } {
  const judged = list.filter((c) => c.adoptedOn !== null && c.voidOn === null);
  return { category: mostOften(judged.map((c) => c.category)), grade: mostOften(judged.flatMap((c) => (c.grade === null ? [] : [c.grade]))), of: judged.length };
}

/** What was found like a suggestion, with the shared passages; `anew` looks again within the officer's scope. Also what kind and grade its likes got. */
export async function alike(tx: Tx, by: Actor, { id, anew }: In<'alike'>, call: Call) {
  const seen = await loadSeen(tx, by, id);
  if (seen.as !== 'officer') throw new Refused(suggestionWords.unknown, { status: 404 });
  const stored = await listLikenesses(tx, id);
  const text = contentOf(seen.row);
  const near = await similarity.search(tx, { collection: 'suggestions', text, scopes: outermost(scopesOf(by, 'suggestions.read')), limit: HINT_MOST, excludeIds: [id], least: FOUND_LEAST });
  const otherOf = (l: Likeness): string => (l.suggestionId === id ? l.earlierId : l.suggestionId);
  const all = await findComparable(tx, [id, ...stored.map(otherOf), ...near.map((n) => n.id)], by.personId);
  const own = all.get(id);
  if (own === undefined) throw new Refused(suggestionWords.unknown, { status: 404 });
  const score = (l: string): number => near.find((n) => n.id === l)?.score ?? 0;
  const ids = [...new Set([...stored.map(otherOf), ...(anew ? near.slice(0, FOUND_MOST).map((n) => n.id) : [])])];
  const items = ids.flatMap((other) => {
    const c = all.get(other);
    const likeness = stored.find((l) => otherOf(l) === other);
    return c ? [alikeView(by, { own, other: c, likeness, score: likeness?.score ?? score(other) }, call.locale)] : [];
  });
  return {
    items, content: text, hint: hintOf(near.flatMap((n) => all.get(n.id) ?? [])),
    mergedHere: (await listMergers(tx, id)).map((m) => ({ id: m.suggestionId, number: m.number, title: m.title, share: Math.round((m.share * 100) / WHOLE) })),
  };
}

/** Says that two suggestions are not the same. */
export async function clear(tx: Tx, by: Actor, { id, otherId, text }: In<'clear'>): Promise<{ id: string }> {
  const pair = await findComparable(tx, [id, otherId], by.personId);
  const [own, other] = [pair.get(id), pair.get(otherId)];
  if (own === undefined || !judges(by, 'suggestions.review', own)) throw new Refused(suggestionWords.unknown, { status: 404 });
  const there = (await listLikenesses(tx, id)).find((l) => l.suggestionId === otherId || l.earlierId === otherId);
  if (other === undefined || id === otherId || there?.state === 'merged' || (there === undefined && !judges(by, 'suggestions.read', other) && !isShared(other))) throw new Refused(words.notAlike, { status: 404 });
  const [later, earlier] = there ? [there.suggestionId, there.earlierId] : isBefore(other, own) ? [id, otherId] : [otherId, id];
  await settleLikeness(tx, { suggestionId: later, earlierId: earlier, score: there?.score ?? 0, state: 'cleared', text, byId: by.personId });
  await audit.record(tx, by, words.auditCleared, { subject: { kind: 'suggestion', id } });
  return { id };
}

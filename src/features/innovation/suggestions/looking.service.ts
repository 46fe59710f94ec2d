import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { type Call, doorWords, Limits } from '#platform/http';
import { audit } from '#engines/audit';
import { similarity } from '#engines/similarity';
import type { api, LookAlike } from './looking.contract.ts';
import { isEnough, looking, maySupport, percent, piecesOf } from './looking.rules.ts';
import * as q from './looking.sql.ts';
import { words } from './looking.words.ts';
import { placeOfMember } from './scheme.service.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { findListed, type ListedSuggestion } from './suggestions.sql.ts';
import { words as suggestionWords } from './suggestions.words.ts';
import { isShared, loadSeen } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Written = { readonly title: string; readonly problem: string; readonly remedy: string };
type Where = { readonly id: string; readonly path: string };

/** As the process names it. */
const COLLECTION = 'suggestions';

/** The text by which a suggestion is compared; the engine keeps others in the same form. */
const comparedText = (d: Written): string => [d.title, d.problem, d.remedy].filter(Boolean).join('\n');
const stateWord = (state: string) => suggestionProcess.states[state as keyof typeof suggestionProcess.states].word;

/** Suggestions of a scheme like a text, the likest first, of equals the one that was first. */
async function near(tx: Tx, by: Actor, scheme: Where, d: Written, o: { least: number; except?: string; until?: Date }): Promise<{ row: q.Near; score: number }[]> {
  const hits = await similarity.search(tx, {
    collection: COLLECTION, text: comparedText(d), scopes: [scheme.path], limit: looking.lookedAt, least: o.least,
    ...(o.except === undefined ? {} : { excludeIds: [o.except] }),
  });
  const before = hits.filter((h) => o.until === undefined || h.at <= o.until);
  const found = new Map((await q.listNear(tx, scheme.id, by.personId, before.map((h) => h.id))).map((row) => [row.id, row]));
  return before.flatMap(({ id, score }) => { const row = found.get(id); return row ? [{ row, score }] : []; });
}

/** What two texts share: the passages of the first, and the second's problem cut at its shared passages. */
function sharedOf(own: string, row: ListedSuggestion): { shared: string[]; excerpt: { text: string; shared: boolean }[] } {
  const other = row.problem.slice(0, looking.excerpt);
  const passages = (second: string): { first: readonly [number, number]; second: readonly [number, number] }[] =>
    similarity.explain(own.slice(0, looking.compared), second, looking.passages).passages.filter(({ first: [from, to] }) => to - from >= looking.passage);
  const whole = passages(comparedText(row).slice(0, looking.compared));
  return {
    shared: whole.map(({ first: [from, to] }) => own.slice(from, to).trim()),
    excerpt: piecesOf(other, passages(other).map((p) => p.second)),
  };
}

function alikeView(own: string, { row, score }: { row: q.Near; score: number }, call: Call): z.input<typeof LookAlike> {
  const opens = row.mine || isShared(row);
  const { shared, excerpt } = sharedOf(own, row);
  return {
    id: row.id, title: row.title, unit: row.unit, submittedOn: row.submittedOn, state: row.state, stateWord: say(stateWord(row.state), call.locale), opens,
    score: percent(score), strong: score >= looking.strongFrom, mine: row.mine, joined: row.joined, joins: !row.mine && !row.joined && maySupport(row.state), supporters: row.supporters,
    authors: opens ? row.authors : '', shared, excerpt: opens ? excerpt : [],
  };
}

/** Somebody who types is asked about twice a second at most; one who fishes for others' texts is stopped. */
const asked = new Limits(90, 45);

/** Earlier suggestions of the writer's scheme like what is being written: across years and units, without a word of what is not shared yet. */
export async function lookAlikes(tx: Tx, by: Actor, { except, ...d }: In<'lookAlikes'>, call: Call) {
  const { company } = await placeOfMember(tx, by);
  const wait = asked.take(by.personId, tx.now.getTime());
  if (wait > 0) throw new Refused(doorWords.tooMany, { status: 429, slots: { seconds: wait } });
  const own = comparedText(d);
  if (!isEnough(own)) return { items: [] };
  const found = await near(tx, by, company, d, { least: looking.shownFrom, ...(except === undefined ? {} : { except }) });
  return { items: found.slice(0, looking.most).map((f) => alikeView(own, f, call)) };
}

/**
 * Keeps with a suggestion what was there before and is like it, as it was handed in or completed. Its text is in the collection already, so whoever hands in
 * the same at the same moment is found by one of the two.
 * @param differs why the author says it differs, by the earlier one
 */
export async function keepLookAlikes(tx: Tx, by: Actor, at: { id: string; openedAt: Date }, scheme: Where, d: Written, differs: ReadonlyMap<string, string> = new Map()): Promise<void> {
  const found = await near(tx, by, scheme, d, { least: looking.shownFrom, except: at.id, until: at.openedAt });
  const kept = found.filter(({ row, score }) => score >= looking.keptFrom || differs.has(row.id)).slice(0, looking.most);
  await q.keepLikenesses(tx, at.id, by.personId, kept.map(({ row, score }) => ({ earlierId: row.id, score, text: differs.get(row.id) ?? '' })));
}

/** Puts the text of a completed suggestion in the place of the former one, and looks again. */
export async function lookAgain(tx: Tx, by: Actor, file: { id: string; unionId: string; openedAt: Date }, scheme: Where, d: Written): Promise<void> {
  await similarity.put(tx, COLLECTION, [{ id: file.id, unionId: file.unionId, text: comparedText(d), at: file.openedAt }]);
  await keepLookAlikes(tx, by, file, scheme, d);
}

/** What was found like my suggestion when I handed it in. */
export async function likenesses(tx: Tx, by: Actor, { id }: In<'likenesses'>, call: Call) {
  const seen = await loadSeen(tx, by, id);
  if (seen.as !== 'author' && seen.as !== 'coauthor') throw new Refused(suggestionWords.unknown, { status: 404 });
  const kept = await q.listLikenesses(tx, id);
  const rows = new Map((await q.listNear(tx, seen.company.id, by.personId, kept.map((k) => k.earlierId))).map((row) => [row.id, row]));
  return {
    items: kept.flatMap((k) => {
      const row = rows.get(k.earlierId);
      return row === undefined ? [] : [{
        id: row.id, title: row.title, unit: row.unit, submittedOn: row.submittedOn, state: row.state, stateWord: say(stateWord(row.state), call.locale), opens: row.mine || isShared(row),
        score: percent(k.score), standing: k.standing, text: k.text, saidAt: k.saidAt?.toISOString() ?? null, contests: seen.as === 'author' && (k.standing === 'found' || k.standing === 'contested'),
      }];
    }),
  };
}

/** The author says why it differs from an earlier one; reviewers read it beside the likeness. */
export async function contest(tx: Tx, by: Actor, d: In<'contest'>): Promise<{ id: string }> {
  const seen = await loadSeen(tx, by, d.id);
  if (seen.as !== 'author') throw new Refused(suggestionWords.unknown, { status: 404 });
  const done = await q.contestLikeness(tx, d.id, d.earlierId, by.personId, d.text);
  if (done === null) throw new Refused(words.notAlike, { status: 404 });
  if (!done) throw new Refused(words.likenessSettled, { status: 409 });
  await audit.record(tx, by, words.auditContested, { subject: { kind: 'suggestion', id: d.id }, unionId: seen.row.unitUnionId, slots: { number: seen.row.number } });
  return { id: d.id };
}

/** A suggestion of the member's own scheme, its row held, or the refusal that hides it. */
async function loadNear(tx: Tx, by: Actor, id: string): Promise<q.Near> {
  const { company } = await placeOfMember(tx, by);
  const [row] = await q.listNear(tx, company.id, by.personId, [id]);
  if (row === undefined) throw new Refused(suggestionWords.unknown, { status: 404 });
  return row;
}

const supportersNow = async (tx: Tx, id: string): Promise<{ id: string; supporters: number }> => ({ id, supporters: (await findListed(tx, id))?.supporters ?? 0 });

/**
 * Joins (附议) a suggestion of the own scheme instead of writing it again, with a word or without.
 * @throws Refused for one's own, for what is decided, and the second time
 */
export async function support(tx: Tx, by: Actor, { id, text }: In<'support'>) {
  await q.holdRow(tx, id);
  const row = await loadNear(tx, by, id);
  if (row.mine) throw new Refused(words.ownNotJoined, { status: 409 });
  if (!maySupport(row.state)) throw new Refused(words.joinOver, { status: 409 });
  if (!(await q.insertSupporter(tx, id, by.personId, text))) throw new Refused(words.joinedAlready, { status: 409 });
  await audit.record(tx, by, words.auditJoined, { subject: { kind: 'suggestion', id }, unionId: row.unitUnionId, slots: { number: row.number } });
  return supportersNow(tx, id);
}

/** Takes back that one joined. */
export async function unsupport(tx: Tx, by: Actor, { id }: In<'unsupport'>) {
  const row = await findListed(tx, id);
  if (row === null || !(await q.deleteSupporter(tx, id, by.personId))) throw new Refused(words.notJoined, { status: 404 });
  await audit.record(tx, by, words.auditLeft, { subject: { kind: 'suggestion', id }, unionId: row.unitUnionId, slots: { number: row.number } });
  return supportersNow(tx, id);
}

/** Those who joined, for whoever may see the suggestion; experts of a blind scheme see their words only. */
export async function supporters(tx: Tx, by: Actor, { id, ...page }: In<'supporters'>) {
  const seen = await loadSeen(tx, by, id);
  const items = await q.listSupporters(tx, id, page);
  return { items: items.map((s, i) => ({ id: seen.blind ? (page.offset + i).toString() : s.id, name: seen.blind ? '' : s.name, unit: seen.blind ? '' : s.unit, text: s.text, at: s.at.toISOString() })) };
}

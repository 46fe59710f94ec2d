import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import { chinaCalendar } from '#shared/china-calendar';
import { addWorkdays } from '#shared/worktime';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { type Locale, say } from '#shared/words';
import { barsTo, minCandidates, type Standee } from '#engines/ballot';
import { files } from '#engines/files';
import { rulebook } from '#engines/rulebook';
import { aboveOf, loadElection, missing, noted, take, tellOf, wrong } from './access.service.ts';
import type { desk } from './elections.contract.ts';
import { listedPosts, type Post, seatsOf } from './elections.rules.ts';
import { type Election, findElection, findKept, noteElection } from './elections.sql.ts';
import { words } from './elections.words.ts';
import * as q from './people.sql.ts';

/** A nominee's picture may be replaced so often; the last is shown. */
const PICTURES = 6;
type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
const SURPLUS = { committee: 'elections.surplus.committee', audit: 'elections.surplus.audit', chair: 'elections.surplus.chair', viceChair: 'elections.surplus.chair' } as const;
const KEYS = ['elections.surplus.committee', 'elections.surplus.audit', 'elections.surplus.chair', 'elections.publicity.workdays'] as const;
/** Kinds of union whose members work in an enterprise: there the head of human resources is barred too. */
const ENTERPRISES: readonly string[] = ['enterprise', 'group', 'branch', 'site', 'joint', 'park', 'building'];

/** Fewest candidates for a post, by the surplus its rule asks (rules.md §5). */
export async function leastFor(tx: Tx, unionId: string, post: Post, seats: number): Promise<number> {
  const { values } = await rulebook.look(tx, { unionId }, KEYS);
  return minCandidates(seats, values[SURPLUS[post]]);
}

/** Why somebody may not stand for a post, in the reader's language. */
export function barsOf(n: Pick<q.Nominee, 'membership' | 'mainLeader' | 'nearRelative' | 'humanResources' | 'foreignNational' | 'post'>, unionKind: string, locale: Locale): string[] {
  const who: Standee = { membership: n.membership === 'active' ? 'member' : n.membership === 'reserved' ? 'reserved' : 'none', mainLeader: n.mainLeader, nearRelativeOfLeader: n.nearRelative, headOfHumanResources: n.humanResources, foreign: n.foreignNational };
  const post = n.post === 'viceChair' ? 'chair' : n.post;
  return barsTo(who, { post, enterprise: ENTERPRISES.includes(unionKind) }).map((b) => say(b.word, locale, b.slots));
}

/** Members below the union, for the officer. */
export async function people(tx: Tx, by: Actor, { id, text }: In<'people'>) {
  const e = await loadElection(tx, by, id);
  return { items: await q.listPeople(tx, e.path, text) };
}

/** Refuses a person who is no active member of the union, with the reason. */
export async function refuseStranger(tx: Tx, e: Pick<Election, 'path'>, personId: string): Promise<{ name: string; job: string }> {
  const there = (await q.findStandings(tx, e.path, [personId])).get(personId);
  if (there === undefined) return wrong('personId', words.notMember);
  if (there.state === 'reserved') return wrong('personId', words.reservedStands, { name: there.name });
  return there;
}

/** The preparatory group puts somebody on the list. */
export async function nominate(tx: Tx, by: Actor, { id, post, personId, job, about, ...traits }: In<'nominate'>) {
  const e = await loadElection(tx, by, id, { lock: true, states: ['nominating'] });
  if (!listedPosts(e).includes(post)) wrong('post', words.postUnlisted);
  const member = await refuseStranger(tx, e, personId);
  await q.putNominee(tx, { id: newId(), electionId: id, post, personId, standing: 'proposed', ...traits, job: job || member.job, about });
  await noted(tx, by, words.auditNominated, e, { name: member.name, post: words[`post_${post}`] });
  return { id };
}

/** Says who a nominee is and whether he or she stands; who may not stand is refused with the reason (rules.md §5). */
export async function setNominee(tx: Tx, by: Actor, { id, files: given, ...d }: In<'setNominee'>) {
  const n = (await q.findNominee(tx, id)) ?? missing();
  const e = await loadElection(tx, by, n.electionId, { lock: true, states: ['nominating'] });
  const [bar] = d.standing === 'candidate' ? barsOf({ ...n, ...d }, e.unionKind, 'zh') : [];
  if (bar !== undefined) throw new Refused({ ...words.barred, zh: words.barred.zh.replace('{why}', bar), en: words.barred.en.replace('{why}', barsOf({ ...n, ...d }, e.unionKind, 'en')[0] ?? '') }, { slots: { name: n.name } });
  await q.updateNominee(tx, { id, ...d });
  const before = (await files.listOf(tx, 'electionNominee', [id])).get(id) ?? [];
  const fresh = given.filter((f) => !before.some((x) => x.id === f));
  if (fresh.length > 0) await files.attach(tx, by, fresh, { kind: 'electionNominee', id });
  await noted(tx, by, words.auditNominee, e, { name: n.name, standing: words[`standing_${d.standing}`] });
  return { id: e.id };
}

/** Refuses candidates that are too few for a post, or may not stand. */
async function checkCandidates(tx: Tx, e: Election): Promise<void> {
  const all = (await q.listNominees(tx, e.id)).filter((n) => n.standing === 'candidate');
  for (const { post, seats } of seatsOf(e).filter((s) => listedPosts(e).includes(s.post))) {
    const stand = all.filter((n) => n.post === post);
    const least = await leastFor(tx, e.unionId, post, seats);
    if (stand.length < least) throw new Refused(words.candidatesFew, { slots: { seats, least, n: stand.length } });
    const barred = stand.find((n) => barsOf(n, e.unionKind, 'zh').length > 0);
    if (barred) throw new Refused(words.barredNow, { slots: { name: barred.name } });
  }
}

/** Reports the candidates upward. */
export async function reportCandidates(tx: Tx, by: Actor, { id }: In<'reportCandidates'>) {
  const e = await loadElection(tx, by, id, { lock: true, states: ['nominating'] });
  await checkCandidates(tx, e);
  await take(tx, by, e, 'reportCandidates', { unionId: aboveOf(e) });
  return { id };
}

/** Makes the candidates public for as many working days as the rule asks, the first one not counted. */
export async function publish(tx: Tx, by: Actor, { id, place }: In<'publish'>) {
  const e = await loadElection(tx, by, id, { lock: true, states: ['publicity'] });
  if (e.publicityFrom !== null) throw new Refused(words.publishedAlready, { slots: { day: e.publicityTo ?? '' } });
  const { values } = await rulebook.look(tx, { unionId: e.unionId }, KEYS);
  const from = legalDateOf(tx.now);
  const days = values['elections.publicity.workdays'];
  const to = days === 0 ? addDays(from, 0) : addWorkdays(from, days, chinaCalendar);
  await noteElection(tx, id, { publicityFrom: from, publicityTo: to, publicityPlace: place });
  await take(tx, by, e, 'publish');
  await tellOf(tx, e, 'publicity', { title: words.tellPublicity, body: words.tellPublicityBody, slots: { day: to } }, (limit) => q.listMembers(tx, e.path, limit));
  return { id };
}

/** Says once, when the part is loaded, who may open a candidate's picture: members of the union, and officers who keep the election. */
export const declarePictures = (): void => files.declareOwner('electionNominee', {
  most: PICTURES,
  mayOpen: async (tx, by, id) => {
    const n = await q.findNominee(tx, id);
    const e = n === null ? null : await findElection(tx, n.electionId);
    return e !== null && (by.membership?.path.startsWith(e.path) === true || (await findKept(tx, by, 'elections.keep', e.id)) !== null);
  },
});

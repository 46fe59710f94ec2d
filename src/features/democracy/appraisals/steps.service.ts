import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { audit } from '#engines/audit';
import { type Ballot, ballots, type Guarded, type Happening } from '#engines/ballot';
import { files } from '#engines/files';
import { notify } from '#engines/notify';
import { listAncestors, loadUnion, officersOf, officesWith } from '#engines/org';
import type { desk, mine } from './appraisals.contract.ts';
import * as q from './appraisals.sql.ts';
import { words } from './appraisals.words.ts';
import { drawRolls, loadKept, missing, refuseFew } from './holding.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
export const FILES = 'appraisal';
export const declareFiles = (): void => files.declareOwner(FILES, { most: 60, mayOpen: q.mayOpen });

/** Names of leaders whose report of duty is still missing. */
const withoutDuty = (leaders: readonly q.Leader[]): string[] => leaders.filter((l) => l.dutyAt === null).map((l) => l.name);

/** An appraisal opens when every report of duty is there. */
export async function guard(tx: Tx, b: Ballot): Promise<Guarded> {
  const names = withoutDuty(await q.listLeaders(tx, b.id));
  const { present } = await ballots.countTurnout(tx, b.id);
  return names.length === 0 ? { present } : { present, refused: { word: words.dutyMissing, slots: { names: names.slice(0, 10).join('、') } } };
}

async function announce(tx: Tx, by: Actor, a: q.Held): Promise<void> {
  const drawn = await drawRolls(tx, { id: a.unionId, path: a.path }, a.classes);
  await refuseFew(tx, drawn);
  await ballots.setRoll(tx, by, a.id, q.rollSelect(drawn));
  await ballots.announce(tx, by, a.id);
}

async function remind(tx: Tx, by: Actor, a: q.Held, b: Ballot): Promise<void> {
  if (b.state !== 'open') throw new Refused(words.notOpen);
  const to = await ballots.listMissing(tx, a.id, { after: null, limit: 5_000 });
  if (to.length > 0) await notify.tell(tx, { key: `appraisals/${a.id}/reminder/${tx.now.toISOString().slice(0, 10)}`, to, kind: 'appraisals.open', word: words.tellReminder, body: words.tellBody, slots: { title: b.title, union: a.union }, link: `/appraisals/${a.id}`, unionId: a.unionId });
  await audit.record(tx, by, words.auditReminded, { subject: { kind: 'ballot', id: a.id }, unionId: a.unionId, slots: { title: b.title } });
}

/** Moves an appraisal on by one of its steps; each leaves its line. */
export async function step(tx: Tx, by: Actor, { id, step: to, why }: In<'step'>): Promise<{ id: string }> {
  const { a, b } = await loadKept(tx, by, id);
  if ((to === 'callOff' || to === 'annul') && why.length < 2) throw new Refused(words.whyMissing, { status: 400 });
  switch (to) {
    case 'announce': await announce(tx, by, a); break;
    case 'raise': await ballots.raise(tx, by, id, 'blind'); break;
    case 'open': await ballots.open(tx, by, id); break;
    case 'close': await ballots.close(tx, by, id); break;
    case 'declare': await ballots.declare(tx, by, id); break;
    case 'remind': await remind(tx, by, a, b); break;
    case 'callOff': await ballots.callOff(tx, by, id, why); break;
    case 'annul': await ballots.annul(tx, by, id, why); break;
  }
  return { id };
}

async function putDuty(tx: Tx, by: Actor, a: q.Held, leader: q.Leader, d: { readonly text: string; readonly files: readonly string[] }): Promise<{ id: string }> {
  const b = (await ballots.findBallot(tx, a.id)) ?? missing();
  if (b.state !== 'prepared' && b.state !== 'announced') throw new Refused(words.dutyLate);
  if (d.text === '' && d.files.length === 0) throw new Refused(words.dutyEmpty, { status: 400, fields: [{ path: 'text', why: words.dutyEmpty }] });
  await files.attach(tx, by, d.files.filter((f) => !leader.files.includes(f)), { kind: FILES, id: a.id });
  await q.setDuty(tx, a.id, leader.no, d);
  await audit.record(tx, by, words.auditDuty, { subject: { kind: 'ballot', id: a.id }, unionId: a.unionId, slots: { title: b.title, name: leader.name } });
  return { id: a.id };
}

/** Hands in a report of duty for a leader, before the vote opens. */
export async function duty(tx: Tx, by: Actor, { id, no, ...d }: In<'duty'>) {
  const { a } = await loadKept(tx, by, id);
  return putDuty(tx, by, a, (await q.listLeaders(tx, id)).find((l) => l.no === no) ?? missing(), d);
}

/** Hands in one's own report of duty, from the announcement on. */
export async function ownDuty(tx: Tx, by: Actor, { id, ...d }: z.output<(typeof mine)['duty']['in']>) {
  const [a] = await q.findHeld(tx, [id]);
  const own = (await q.listLeaders(tx, id)).find((l) => l.personId === by.personId);
  const b = await ballots.findBallot(tx, id);
  if (a === undefined || own === undefined || b === null || b.state === 'prepared') return missing();
  return putDuty(tx, by, a, own, d);
}

/** Who may read the report: those named, and officers of the unions above; nobody who is appraised. */
async function readersOf(tx: Tx, a: q.Held, leaders: readonly q.Leader[]): Promise<string[]> {
  const above = (await listAncestors(tx, await loadUnion(tx, a.unionId))).filter((u) => u.id !== a.unionId);
  const officers = above.length === 0 ? [] : await officersOf(tx, above.slice(0, 1).map((u) => u.id), officesWith('appraisals.read'));
  return [...new Set([...a.readers.map((r) => r.personId), ...officers.map((o) => o.personId)])].filter((id) => !leaders.some((l) => l.personId === id));
}

type Told = { readonly to: readonly string[]; readonly word: typeof words.tellOpen; readonly link: `/${string}` };

/** Tells leaders to hand in their reports, the roll that the vote is open, readers that the report is there, leaders that their own result is. */
export async function follow(tx: Tx, { ballot: b, verb }: Happening): Promise<void> {
  const [a] = await q.findHeld(tx, [b.id]);
  if (a === undefined) return;
  const leaders = await q.listLeaders(tx, b.id);
  const own = (list: readonly q.Leader[]): string[] => list.flatMap((l) => l.personId ?? []);
  const page: `/${string}` = `/appraisals/${b.id}`;
  const told: Told[] = verb === 'announced' ? [{ to: own(leaders.filter((l) => l.dutyAt === null)), word: words.tellDuty, link: page }]
    : verb === 'opened' ? [{ to: await q.listVoters(tx, b.id), word: words.tellOpen, link: page }]
      : verb === 'declared' ? [{ to: await readersOf(tx, a, leaders), word: words.tellReport, link: `/console/appraisals/${b.id}/report` }, { to: own(leaders), word: words.tellOwn, link: page }]
        : verb === 'calledOff' && b.openedAt !== null ? [{ to: await q.listVoters(tx, b.id), word: words.tellOff, link: page }] : [];
  for (const { to, word, link } of told) if (to.length > 0) await notify.tell(tx, { key: `appraisals/${b.id}/${verb}/${word.code}`.slice(0, 200), to, kind: 'appraisals.open', word, body: words.tellBody, slots: { title: b.title, union: a.union }, link, unionId: a.unionId });
}

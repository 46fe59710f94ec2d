import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import { ballots, type Happening } from '#engines/ballot';
import { notify } from '#engines/notify';
import { rulebook } from '#engines/rulebook';
import { keepBasis, KIND, loadItem, loadKept, missing, note, numbersOf, quorumOf, refuseWithoutQuorum, wrong } from './access.service.ts';
import * as t from './items.sql.ts';
import * as s from './seats.sql.ts';
import type { items } from './sessions.contract.ts';
import { actFits, isVoted, ITEM_STEPS, LEAST_SECRET, levelFits, needsCongress, type SessionState } from './sessions.rules.ts';
import type { SessionRow } from './sessions.sql.ts';
import { words } from './sessions.words.ts';

type In<K extends keyof typeof items> = z.output<(typeof items)[K]['in']>;
type Wanted = t.ItemWanted;
const LISTING: readonly SessionState[] = ['preparing', 'confirmed', 'noticed', 'discussing', 'open', 'sitting'];
const BEFORE_NOTICE: readonly SessionState[] = ['preparing', 'confirmed'];
const AFTER: readonly SessionState[] = ['open', 'sitting', 'adjourned', 'closed'];

/** Whether an item asks for the act that its matter needs, and its vote for the secrecy of the place (rules.md §7.1, §7.2). */
async function checkItem(tx: Tx, z: SessionRow, w: Wanted): Promise<void> {
  if (!actFits(w.matter, w.act)) wrong('act', words.actUnfit);
  if (z.sort === 'joint' && needsCongress(w.act)) wrong('act', words.jointNot);
  const { scope } = await numbersOf(tx, z);
  if (!levelFits(w.act, w.level, scope)) wrong('level', isVoted(w.act) ? (w.level === 'none' ? words.levelNeeded : words.mustBeSecret) : words.levelNone);
  if (w.act === 'ELECT' && (w.candidates.length === 0 || w.seats === 0)) wrong('candidates', words.candidatesNone);
  if (w.act === 'ELECT' && new Set(w.candidates).size < w.candidates.length) wrong('candidates', words.candidateTwice);
}

/** Which session an item belongs to, for whoever keeps it. */
export async function where(tx: Tx, by: Actor, { id }: In<'where'>) {
  const i = (await t.findItem(tx, id)) ?? missing();
  await loadKept(tx, by, i.sessionId);
  return { sessionId: i.sessionId };
}

const wantedOf = (d: Wanted): Wanted => ({ matter: d.matter, act: d.act, title: d.title, body: d.body, reporter: d.reporter, level: d.level, candidates: d.act === 'ELECT' ? d.candidates : [], seats: d.act === 'ELECT' ? Math.max(1, d.seats) : 0 });

/** Puts an item on the agenda. After the notices went out it is told anew what was added; what was agreed has to be agreed again before. */
export async function add(tx: Tx, by: Actor, { id, ratifiesId, ...d }: In<'add'>) {
  const z = await loadKept(tx, by, id, 'update', LISTING);
  const w = wantedOf(d);
  await checkItem(tx, z, w);
  if ((w.matter === 'ratification') !== (ratifiesId !== null)) wrong('matter', words.ratifyWhat);
  if (ratifiesId !== null && !(await t.listCarried(tx, { termId: z.termId, sessionId: id, heldAt: z.heldAt })).some((c) => c.id === ratifiesId && c.waits === 'ratification')) missing();
  const itemId = newId();
  await t.insertItem(tx, { id: itemId, sessionId: id, ratifiesId }, w);
  await note(tx, by, words.auditItem, z, { item: w.title });
  return { id: itemId };
}

/** Writes an item anew, as long as it is only listed. */
export async function change(tx: Tx, by: Actor, { id, version, ...d }: In<'change'>) {
  const { z, i } = await loadItem(tx, by, id, LISTING);
  const w = wantedOf(d);
  await checkItem(tx, z, w);
  if ((w.matter === 'ratification') !== (i.ratifiesId !== null)) wrong('matter', words.ratifyWhat);
  if (!(await t.updateItem(tx, id, version, w))) throw new Refused(words.itemMoved);
  await note(tx, by, words.auditItem, z, { item: w.title });
  return { id };
}

/** Moves an item up or down before the notices go out. */
export async function move(tx: Tx, by: Actor, { id, up }: In<'move'>) {
  const { z, i } = await loadItem(tx, by, id, BEFORE_NOTICE);
  const agenda = await t.listItems(tx, z.id);
  const other = agenda[agenda.findIndex((x) => x.id === id) + (up ? -1 : 1)];
  if (other) await t.swapItems(tx, i, other);
  await note(tx, by, words.auditItem, z, { item: i.title });
  return { id };
}

/** An amended text is a new item: what was voted on stays as it was voted on (rules.md §7.3). */
export async function amend(tx: Tx, by: Actor, { id, title, body }: In<'amend'>) {
  const { z, i } = await loadItem(tx, by, id, LISTING);
  if (i.state === 'voting' || i.state === 'counting' || i.state === 'passed') throw new Refused(words.itemMoved);
  const next = newId();
  if (i.state === 'presented' || i.state === 'listed') await t.setState(tx, id, [i.state], 'withdrawn');
  await t.insertItem(tx, { id: next, sessionId: z.id, amendsId: id, ratifiesId: i.ratifiesId }, { ...wantedOf(i), title, body });
  await note(tx, by, words.auditAmended, z, { item: i.title });
  return { id: next };
}

async function stepItem(tx: Tx, by: Actor, id: string, verb: keyof typeof ITEM_STEPS): Promise<{ z: SessionRow; i: t.ItemRow }> {
  const found = await loadItem(tx, by, id, ['open', 'sitting']);
  if (found.z.sort !== 'joint' && found.z.state !== 'sitting') throw new Refused(words.presidiumFirst);
  const { from, to } = ITEM_STEPS[verb];
  if (!(await t.setState(tx, id, from, to))) throw new Refused(words.itemMoved);
  return found;
}

/** The item is presented: delegates ask to speak to it. */
export async function present(tx: Tx, by: Actor, { id }: In<'present'>) {
  const { z, i } = await stepItem(tx, by, id, 'present');
  await prepareVote(tx, by, z, i);
  await note(tx, by, words.auditPresented, z, { item: i.title });
  return { id };
}

/** Heard, deliberated or looked into: an item that asks for no vote. */
export async function noteItem(tx: Tx, by: Actor, { id }: In<'note'>) {
  const { z, i } = await stepItem(tx, by, id, 'note');
  if (isVoted(i.act)) throw new Refused(words.needsVote);
  await note(tx, by, words.auditNoted, z, { item: i.title });
  return { id };
}

/** Takes an item from the agenda for a reason; a vote that runs is called off and what was voted deleted unread. */
export async function withdraw(tx: Tx, by: Actor, { id, why }: In<'withdraw'>) {
  const { z, i } = await loadItem(tx, by, id, LISTING);
  if (!(ITEM_STEPS.withdraw.from as readonly string[]).includes(i.state)) throw new Refused(words.itemMoved);
  if (i.state === 'voting') await ballots.callOff(tx, by, id, why);
  else await t.setState(tx, id, ITEM_STEPS.withdraw.from, 'withdrawn');
  await note(tx, by, words.auditWithdrawn, z, { item: i.title, why });
  return { id };
}

async function ruleOf(tx: Tx, z: SessionRow) {
  const [n, setId] = [await numbersOf(tx, z), await keepBasis(tx, z, 'vote')];
  const [zh, en] = [await rulebook.basisOf(tx, setId, 'zh'), await rulebook.basisOf(tx, setId, 'en')];
  const basis = zh.map((x, k) => ({ zh: x.slice(0, 400), en: (en[k] ?? x).slice(0, 600) })).slice(0, 20);
  return { majority: n.majority, quorum: n.quorum, tooFew: 'runOff' as const, basis };
}

/**
 * Opens the vote on an item: prepared and announced when it was not, its roll the seats of the session, those who are there marked, and enough of
 * them at this very moment. Keys of a secret vote are made within seconds of its preparation; until then opening is refused.
 */
export async function openVote(tx: Tx, by: Actor, { id }: In<'openVote'>) {
  const { z, i } = await loadItem(tx, by, id, ['open', 'sitting']);
  if (z.sort !== 'joint' && z.state !== 'sitting') throw new Refused(words.presidiumFirst);
  if (!isVoted(i.act)) throw new Refused(words.noVote);
  if (i.state !== 'presented') throw new Refused(words.itemMoved);
  const now = await quorumOf(tx, z);
  refuseWithoutQuorum(now);
  if (i.level !== 'open' && now.present < LEAST_SECRET) throw new Refused(words.fewSecret, { slots: { n: LEAST_SECRET } });
  await prepareVote(tx, by, z, i);
  await ballots.markPresent(tx, by, id, await s.listPresent(tx, z.id));
  await ballots.open(tx, by, id, async () => ({ present: now.present }));
  await t.setState(tx, id, ITEM_STEPS.openVote.from, 'voting');
  return { id };
}

/** Prepares and announces the ballot of an item, once; also when the item is presented, so that keys are there in time. */
export async function prepareVote(tx: Tx, by: Actor, z: SessionRow, i: t.ItemRow): Promise<void> {
  if ((await ballots.findBallot(tx, i.id)) !== null || i.level === 'none') return;
  const paper = i.act === 'ELECT' ? { kind: 'election' as const, style: 'mark' as const, seats: i.seats, writeIns: false, candidates: i.candidates.map((name, k) => ({ id: `c${k + 1}`, name })) } : { kind: 'motion' as const };
  await ballots.prepare(tx, by, { id: i.id, unionId: z.unionId, kind: KIND, title: i.title, level: i.level, paper, rule: await ruleOf(tx, z), presentOnly: true, mixAtLeast: LEAST_SECRET });
  await ballots.setRoll(tx, by, i.id, s.voters(tx, z.id));
  await ballots.announce(tx, by, i.id);
}

/** Ends the vote; counting begins. */
export async function closeVote(tx: Tx, by: Actor, { id }: In<'closeVote'>) {
  const { i } = await loadItem(tx, by, id, ['open', 'sitting']);
  if (i.state !== 'voting') throw new Refused(words.itemMoved);
  await ballots.close(tx, by, id);
  return { id };
}

/** Declares what was counted, with the rule it rests on. */
export async function declare(tx: Tx, by: Actor, { id }: In<'declare'>) {
  await loadItem(tx, by, id, ['open', 'sitting']);
  await ballots.declare(tx, by, id);
  return { id };
}

/** What becomes of an item follows its ballot, whoever moves that. A declared item that failed goes back to consultation. */
export async function follow(tx: Tx, { ballot: b, verb }: Happening): Promise<void> {
  if (verb === 'closed') await t.setState(tx, b.id, ITEM_STEPS.closeVote.from, 'counting');
  if (verb === 'calledOff') await t.setState(tx, b.id, ['presented', 'voting'], 'withdrawn');
  if (verb === 'opened') {
    const i = await t.findItem(tx, b.id);
    const to = i ? await s.listPresent(tx, i.sessionId) : [];
    if (i && to.length > 0) await notify.tell(tx, { key: `sessions/${b.id}/vote`, kind: 'sessions.vote', word: words.tellVote, body: words.tellVoteBody, slots: { title: b.title }, link: `/sessions/${i.sessionId}/items/${b.id}`, unionId: b.unionId, to });
  }
  if (verb !== 'declared' || b.result === null) return;
  const r = b.result;
  const passed = r.kind === 'motion' ? r.passed : r.kind === 'election' && !r.void && r.fails === null && r.elected > 0;
  await t.setState(tx, b.id, ['counting'], passed ? 'passed' : 'failed');
  const i = await t.findItem(tx, b.id);
  if (i && passed) await t.setResolution(tx, b.id, { resolution: say(words.resolutionDraft, 'zh', { title: i.title }), execBy: '', execDue: null });
}

/** The text of a resolution, and who carries it out until when. */
export async function resolve(tx: Tx, by: Actor, { id, resolution, execBy, execDue }: In<'resolve'>) {
  const { z, i } = await loadItem(tx, by, id, AFTER);
  if (i.state !== 'passed' && i.state !== 'noted') throw new Refused(words.itemMoved);
  if (execBy === '' && execDue !== null) wrong('execBy', words.execWho);
  await t.setResolution(tx, id, { resolution, execBy, execDue });
  await note(tx, by, words.auditResolution, z, { item: i.title });
  return { id };
}

/** How far a resolution is carried out, until the next session and beyond. */
export async function track(tx: Tx, by: Actor, { id, note: told, done }: In<'track'>) {
  const { z, i } = await loadItem(tx, by, id, ['closed', 'published', 'reported']);
  if (i.state !== 'passed' || i.execBy === '') throw new Refused(words.nothingToDo);
  await t.setProgress(tx, id, { note: told, done });
  await note(tx, by, words.auditTracked, z, { item: i.title });
  return { id };
}


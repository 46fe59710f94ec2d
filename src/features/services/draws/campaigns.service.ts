import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import { inBoth, lineIn } from '#shared/both-languages';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { plainYuan } from '#shared/money';
import type { Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { claims, draws, type Keeper, QUICKNET } from '#engines/claims';
import { notify } from '#engines/notify';
import { findUnion, loadUnionFor, refuseEnded } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import type { api } from './draws.contract.ts';
import { placesOf, type Prize, prizeFault, taxOn } from './draws.rules.ts';
import * as q from './draws.sql.ts';
import { words } from './draws.words.ts';
import { keepPictures } from './pictures.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Form = In<'create'>;
export type CampaignWanted = Pick<q.NewCampaign, 'id' | 'unionId' | 'about' | 'prizes' | 'source' | 'need' | 'revealHours' | 'witnessIds' | 'scheduleId' | 'month' | 'againOf' | 'why'> & {
  readonly title: string; readonly opensAt: Date; readonly closesAt: Date; readonly birthMonth: number | null; readonly memberDays: number; readonly restDays: number; readonly place: string; readonly handOverFrom: Date | null; readonly handOverTo: Date | null; readonly unions?: readonly string[];
};

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
export const wrong = (path: string, why: Word, slots: Record<string, string | number> = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots }] }); };

/** Checks what both a draw and a schedule say of prizes and of chance. */
export function checkChance(d: Pick<Form, 'prizes' | 'source' | 'need' | 'witnesses'>): void {
  const fault = prizeFault(d.prizes);
  if (fault !== null) wrong(`prizes.${fault.at}.${fault.field}`, fault.field === 'value' ? words.valueMissing : words.whyMissing);
  if (placesOf(d.prizes) > 100_000) wrong('prizes', words.tooManyPrizes);
  if (d.source === 'drand') return;
  if (new Set(d.witnesses).size < 2 || new Set(d.witnesses).size < d.witnesses.length) wrong('witnesses', words.witnessesMissing);
  if (d.need < 2 || d.need > d.witnesses.length) wrong('need', words.needWrong, { most: d.witnesses.length });
}

/** Witnesses are members below the union; anybody else could not be asked by those who took part. */
export async function checkWitnesses(tx: Tx, path: string, ids: readonly string[]): Promise<void> {
  if ((await q.findPeople(tx, path, ids)).length !== new Set(ids).size) wrong('witnesses', words.witnessOutside);
}

/** Who may take part, in both languages: it stands in the rules that are published for good. */
export function whoText(c: Pick<CampaignWanted, 'birthMonth' | 'memberDays' | 'restDays'>, union: string): string {
  const parts = [inBoth(c.birthMonth === null ? words.whoMembers : words.whoBirthday, { union, month: c.birthMonth ?? 0 })];
  if (c.memberDays > 0) parts.push(inBoth(words.whoDays, { days: c.memberDays }));
  if (c.restDays > 0) parts.push(inBoth(words.whoRest, { days: c.restDays }));
  return `${parts.map((both) => lineIn(both, 'zh')).join('；')}\n${parts.map((both) => lineIn(both, 'en')).join('; ')}`;
}

/** Prepares a draw, or changes one in preparation (`version` as it was read). */
export async function prepare(tx: Tx, by: Keeper, c: CampaignWanted, union: { readonly name: string }, version?: number): Promise<void> {
  await claims.put(tx, by, {
    id: c.id, unionId: c.unionId, kind: 'draw', title: c.title, mode: 'draw', opensAt: c.opensAt, closesAt: c.closesAt, places: placesOf(c.prizes), waits: true, published: true,
    who: { restDays: c.restDays, memberDays: c.memberDays, birthMonth: c.birthMonth, unions: [...(c.unions ?? [])] }, series: `draw/${c.scheduleId ?? c.unionId}`, place: c.place, handOverFrom: c.handOverFrom, handOverTo: c.handOverTo, cancelUntil: c.handOverTo,
  }, version);
  await q.putCampaign(tx, { ...c, whoText: lineIn(whoText(c, union.name), 'zh'), madeById: 'system' in by ? null : by.personId });
}

function wantedOf(d: Form, now: Date, id: string, rest: Pick<CampaignWanted, 'scheduleId' | 'month' | 'againOf' | 'why'>): CampaignWanted {
  checkChance(d);
  const [opensAt, closesAt] = [instantAt(d.opensOn, minutes(d.opensAt)), instantAt(d.closesOn, minutes(d.closesAt))];
  if (closesAt <= opensAt) wrong('closesOn', words.closesFirst);
  if (closesAt <= now) wrong('closesOn', words.closesPast);
  const handOverTo = d.pickTo === null ? null : instantAt(addDays(d.pickTo, 1));
  if (handOverTo !== null && handOverTo <= closesAt) wrong('pickTo', words.pickFirst);
  return {
    ...rest, id, unionId: d.unionId, title: d.title, about: d.about, prizes: d.prizes, source: d.source, need: d.source === 'drand' ? 0 : d.need, revealHours: d.revealHours, witnessIds: d.source === 'drand' ? [] : d.witnesses,
    opensAt, closesAt, birthMonth: d.birthMonth, memberDays: d.memberDays, restDays: d.restDays, place: d.place, handOverFrom: d.pickFrom === null ? null : instantAt(d.pickFrom), handOverTo,
  };
}

export async function loadKept(tx: Tx, by: Actor, id: string): Promise<q.CampaignRow> {
  const c = await q.findKept(tx, by, id);
  if (c === null) throw new Refused(doorWords.notFound, { status: 404 });
  return c;
}

/** Prepares a draw; nobody but officers sees it. */
export async function create(tx: Tx, by: Actor, d: In<'create'>) {
  const union = await loadUnionFor(tx, by, 'draws.keep', d.unionId);
  refuseEnded(union);
  const wanted = wantedOf(d, tx.now, newId(), { scheduleId: null, month: null, againOf: null, why: '' });
  await checkWitnesses(tx, union.path, wanted.witnessIds);
  await prepare(tx, by, wanted, union);
  await keepPictures(tx, by, wanted.id, wanted.prizes);
  return { id: wanted.id };
}

/** Changes a draw that is not announced yet. */
export async function change(tx: Tx, by: Actor, { version, ...d }: In<'change'>) {
  const c = await loadKept(tx, by, d.id);
  const union = await loadUnionFor(tx, by, 'draws.keep', c.unionId);
  const wanted = wantedOf({ ...d, unionId: c.unionId }, tx.now, c.id, c);
  await checkWitnesses(tx, union.path, wanted.witnessIds);
  await prepare(tx, by, wanted, union, version);
  await keepPictures(tx, by, c.id, wanted.prizes, [c.scheduleId, c.againOf]);
  return { id: c.id };
}

const TAX_TERM = { withheld: words.termWithheld, borne: words.termBorne, none: words.termNone } as const;

/** What the published rules say besides prizes and times, in both languages: tax of each prize, and what the source of chance cannot exclude. */
async function termsOf(tx: Tx, c: q.CampaignRow): Promise<string[]> {
  const { values } = await rulebook.look(tx, { unionId: c.unionId }, ['tax.prize.share']);
  const taxes = c.prizes.map((p: Prize) => inBoth(TAX_TERM[p.tax], { prize: p.name, value: plainYuan(BigInt(p.value)), tax: plainYuan(BigInt(taxOn(p, values['tax.prize.share']))), why: p.why }));
  const source = c.source === 'drand' ? inBoth(words.termDrand) : inBoth(words.termWitnesses, { need: c.need, all: c.witnessIds.length, hours: c.revealHours });
  return [...taxes, ...(c.birthMonth === null ? [] : [inBoth(words.termLeap)]), source, inBoth(words.termWaiting)];
}

/** Makes the rules public and opens the draw; witnesses are told. From here on nothing of it changes. */
export async function publish(tx: Tx, by: Keeper, id: string): Promise<void> {
  const c = await q.findCampaign(tx, id);
  if (c === null) throw new Refused(doorWords.notFound, { status: 404 });
  const union = await findUnion(tx, c.unionId);
  const people = await q.findPeople(tx, union?.path ?? '', c.witnessIds);
  await draws.announce(tx, by, {
    offerId: id, union: c.union, who: whoText(c, c.union), tickets: inBoth(words.oneTicket), prizes: c.prizes.map(({ name, count }) => ({ name, count })), terms: await termsOf(tx, c),
    source: c.source === 'drand' ? { kind: 'drand', ...QUICKNET, after: 60 } : { kind: 'witnesses', need: c.need, hours: c.revealHours, witnesses: people.map((p) => ({ personId: p.id, name: `${p.name}（${p.unit}）` })) },
    replaces: c.againOf === null ? null : { draw: c.againOf, reason: c.why },
  });
  if (people.length > 0) await notify.tell(tx, { key: `draws/${id}/witness`, to: people.map((p) => p.id), kind: 'draws.witness', word: words.tellWitness, body: words.tellWitnessBody, slots: { title: c.title, day: legalDateOf(c.closesAt) }, link: `/draws/${id}/witness`, unionId: c.unionId });
}

/** Announces a prepared draw. */
export async function announce(tx: Tx, by: Actor, { id }: In<'announce'>) {
  const c = await loadKept(tx, by, id);
  if (c.closesAt <= tx.now) throw new Refused(words.closesPast);
  await publish(tx, by, id);
  return { id };
}

/** Calls a draw off with a reason that everybody reads. @throws Refused when something was handed over */
export async function callOff(tx: Tx, by: Actor, { id, why }: In<'callOff'>) {
  const c = await loadKept(tx, by, id);
  if (c.handed > 0) throw new Refused(words.handedOver);
  await claims.callOff(tx, by, id, why);
  return { id };
}

/**
 * Holds a draw again: the old one is called off with the reason, a new one with a new list and a new root names it, and everybody who was in
 * is in again.
 */
export async function again(tx: Tx, by: Actor, { id, why, closesOn, closesAt: clock }: In<'again'>) {
  const c = await loadKept(tx, by, id);
  if (c.handed > 0) throw new Refused(words.handedOver);
  if (c.frozenAt === null) throw new Refused(words.notFrozenYet);
  if (c.next !== null) throw new Refused(words.heldAgain);
  const closesAt = instantAt(closesOn, minutes(clock));
  if (closesAt <= tx.now) wrong('closesOn', words.closesPast);
  const people = (await claims.listByState(tx, id, ['entered', 'waiting', 'taken', 'offered'], 1_000_000)).map((x) => x.personId);
  if (c.state !== 'cancelled') await claims.callOff(tx, by, id, why);
  const next = newId();
  const handOverTo = c.handOverTo !== null && c.handOverTo > closesAt ? c.handOverTo : null;
  await prepare(tx, by, { ...c, id: next, opensAt: tx.now, closesAt, handOverFrom: handOverTo === null ? null : c.handOverFrom, handOverTo, againOf: id, why }, { name: c.union });
  await publish(tx, by, next);
  await enterMany(tx, next, people, 'again');
  return { id: next };
}

const AT_ONCE = 1_000;

/** Enters people by themselves; those who may not take part stay out. @returns how many are in */
export async function enterMany(tx: Tx, id: string, people: readonly string[], key: string): Promise<number> {
  let entered = 0;
  for (let i = 0; i < people.length; i += AT_ONCE) {
    const answers = await claims.decide(tx, id, people.slice(i, i + AT_ONCE).map((personId) => ({ personId, key, places: 1, unitId: null, at: tx.now })));
    entered += answers.filter((a) => 'claim' in a).length;
  }
  return entered;
}

/** Freezes the list; witnesses who sealed a secret are asked to reveal it. */
export async function freezeAndTell(tx: Tx, by: Keeper, id: string): Promise<void> {
  if ((await draws.freezeEntries(tx, by, id)) === null) return;
  const c = await q.findCampaign(tx, id);
  const sealed = (await draws.listWitnesses(tx, [id])).filter((w) => w.commitment !== null).map((w) => w.personId);
  if (c === null || sealed.length === 0) return;
  await notify.tell(tx, { key: `draws/${id}/reveal`, to: sealed, kind: 'draws.witness', word: words.tellReveal, body: words.tellRevealBody, slots: { title: c.title }, link: `/draws/${id}/witness`, unionId: c.unionId, urgent: true });
}

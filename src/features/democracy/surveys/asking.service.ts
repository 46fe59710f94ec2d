import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { ageOn, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newSecretId } from '#shared/ids';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import { ballots, countRule, type Happening, type Keeper } from '#engines/ballot';
import { notify } from '#engines/notify';
import { loadUnionFor } from '#engines/org';
import { findFaults, hinders } from './check.rules.ts';
import { loadKept, subject } from './drafting.service.ts';
import * as rolls from './roll.sql.ts';
import { drawSample, shareOut } from './sample.service.ts';
import type { desk, Roll } from './surveys.contract.ts';
import { paperBytesFor } from './surveys.rules.ts';
import * as q from './surveys.sql.ts';
import { words } from './surveys.words.ts';
import { ageGroup, type WORKS } from './tally.rules.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
export const KIND = 'survey';

/** What somebody belongs to, as far as it is known. */
export function belongingOf(p: rolls.Reached, today: string): { unit: string; sex: string; age: string; work: (typeof WORKS)[number] } {
  return { unit: p.unit, sex: p.sex ?? '', age: p.birthDate === null ? '' : ageGroup(ageOn(p.birthDate, today)), work: p.newForm !== '' ? 'newForm' : p.migrant ? 'migrant' : 'other' };
}

async function reachedBy(tx: Tx, union: { readonly id: string; readonly path: string }, roll: Roll): Promise<(rolls.Reached & ReturnType<typeof belongingOf>)[]> {
  const today = legalDateOf(tx.now);
  const all = (await rolls.listReach(tx, { unionId: union.id, path: union.path, unions: roll.unions, offices: roll.offices, today })).map((p) => ({ ...p, ...belongingOf(p, today) }));
  return all.filter((p) => (roll.sex === null || p.sex === roll.sex) && (roll.ages.length === 0 || (roll.ages as string[]).includes(p.age)) && (roll.works.length === 0 || roll.works.includes(p.work)));
}

const stratumOf = (p: { unit: string; sex: string; age: string }, by: 'none' | 'unit' | 'sex' | 'age'): string => (by === 'none' ? '' : p[by]);

/** How many a roll reaches, and how many of each stratum a sample would ask. Names nobody. */
export async function reach(tx: Tx, by: Actor, d: In<'reach'>) {
  const union = await loadUnionFor(tx, by, 'surveys.keep', d.unionId);
  const people = await reachedBy(tx, union, d.roll);
  const names = new Map(people.map((p) => [p.unit, p.unitName]));
  const sizes = new Map<string, number>();
  for (const p of people) { const s = stratumOf(p, d.roll.sample?.by ?? 'none'); sizes.set(s, (sizes.get(s) ?? 0) + 1); }
  const seats = d.roll.sample === null ? sizes : shareOut(d.roll.sample.n, sizes);
  const strata = (d.roll.sample?.by ?? 'none') === 'none' ? [] : [...sizes].slice(0, 100).map(([value, n]) => ({ value, name: names.get(value) ?? '', people: n, asked: seats.get(value) ?? 0 }));
  return { people: people.length, asked: [...seats.values()].reduce((a, b) => a + b, 0), strata };
}

/** The union and those right below it, to narrow a roll to. */
export async function units(tx: Tx, by: Actor, { unionId }: In<'units'>) {
  const union = await loadUnionFor(tx, by, 'surveys.keep', unionId);
  return { items: await rolls.listUnits(tx, union.id) };
}

/** Announces a survey: questions, anonymity and roll are fixed; it opens by itself when its time comes. */
export async function announce(tx: Tx, by: Actor, { id }: In<'announce'>) {
  const s = await loadKept(tx, by, id);
  return announceSurvey(tx, by, s);
}

export async function announceSurvey(tx: Tx, by: Keeper, s: q.SurveyRow): Promise<{ id: string; asked: number }> {
  if (s.state !== null) throw new Refused(words.announcedAlready);
  if (s.closesAt <= tx.now) throw new Refused(words.closesPast);
  const fault = findFaults(s.form).find(hinders);
  if (fault) throw new Refused(words.formFaulty, { data: fault });
  const roll = s.roll as Roll;
  const people = await reachedBy(tx, { id: s.unionId, path: s.path }, roll);
  const seed = s.seed || createHash('sha256').update(`${s.id}/${tx.now.toISOString()}`).digest('hex').slice(0, 12);
  const chosen = roll.sample === null ? null : new Set(drawSample(people.map((p) => ({ id: p.id, stratum: stratumOf(p, roll.sample?.by ?? 'none') })), roll.sample.n, seed));
  const asked = people.filter((p) => chosen === null || chosen.has(p.id));
  if (asked.length + s.links === 0) throw new Refused(words.nobodyReached);
  if (s.level !== 'open' && asked.length + s.links < 5) throw new Refused(words.tooFewForSecrecy);
  const links = Array.from({ length: s.links }, () => newSecretId());
  await ballots.prepare(tx, by, {
    id: s.id, unionId: s.unionId, kind: KIND, title: s.title, level: s.level, paper: { kind: 'questions', form: { survey: s.id } }, rule: countRule({ majority: { op: 'GE', num: 0, den: 1, base: 'ballotsReturned' } }), opensAt: s.opensAt, closesAt: s.closesAt, paperBytes: paperBytesFor(s.form),
  });
  await ballots.setRoll(tx, by, s.id, ballots.rollOf([...asked.map((p) => ({ personId: p.id, unionId: p.unionId })), ...links.map((personId) => ({ personId, unionId: s.unionId }))]));
  if (links.length > 0) await rolls.insertLinks(tx, s.id, links);
  await q.fixAnnounced(tx, s.id, s.groups.includes('unit') ? await rolls.listUnits(tx, s.unionId) : [], roll.sample === null ? '' : seed);
  await ballots.announce(tx, by, s.id);
  return { id: s.id, asked: asked.length + links.length };
}

/** Ends a survey before its time. */
export async function close(tx: Tx, by: Actor, { id }: In<'close'>) {
  const s = await loadKept(tx, by, id);
  if (s.state !== 'open') throw new Refused(words.notOpen);
  await ballots.close(tx, by, id);
  return { id };
}

/** Calls a survey off, for a reason that those who were asked read. What was answered is deleted unread. */
export async function callOff(tx: Tx, by: Actor, { id, why }: In<'callOff'>) {
  const s = await loadKept(tx, by, id);
  if (s.state !== 'announced' && s.state !== 'open') throw new Refused(words.notOpen);
  await ballots.callOff(tx, by, id, why);
  if (s.state === 'open') await tell(tx, s, await rolls.listAskedPeople(tx, id), `surveys/${id}/off`, { word: words.tellOff, body: words.tellOffBody, slots: { title: s.title, why } });
  return { id };
}

const tell = async (tx: Tx, s: Pick<q.SurveyRow, 'id' | 'unionId'>, to: readonly string[], key: string, m: { word: typeof words.tellOpen; body: typeof words.tellOpenBody; slots: Record<string, string | number> } | { word: typeof words.tellOff; body: typeof words.tellOffBody; slots: Record<string, string | number> }): Promise<void> => {
  if (to.length > 0) await notify.tell(tx, { key, to, kind: 'surveys.asked', word: m.word, body: m.body, slots: m.slots, link: `/surveys/${s.id}`, unionId: s.unionId });
};

const REST = 20 * 3_600_000;

/** Reminds those who have not answered, at most once in 20 hours. Nobody learns who they are or how many. */
export async function remind(tx: Tx, by: Actor, { id }: In<'remind'>) {
  const s = await loadKept(tx, by, id);
  if (s.state !== 'open') throw new Refused(words.notOpen);
  const nth = await q.markReminded(tx, id, new Date(tx.now.getTime() - REST));
  if (nth === null) throw new Refused(words.remindedAlready);
  const silent = await rolls.listSilent(tx, id);
  if (silent.length > 0) await notify.tell(tx, { key: `surveys/${id}/reminder/${nth}`, to: silent, kind: 'surveys.asked', word: words.tellReminder, body: words.tellReminderBody, slots: { title: s.title }, link: `/surveys/${id}`, unionId: s.unionId });
  await audit.record(tx, by, words.auditReminded, { subject: subject(id), unionId: s.unionId, slots: { title: s.title, n: nth } });
  return { reminded: true };
}

/** The secret of a link: derived under the key ring, so that the sheet can be printed again and nothing of it is kept. */
export const linkSecret = (id: string, no: number): string => secrets.lookup('survey-link', `${id}/${no}`).subarray(0, 15).toString('base64url');

/** The sheet of single-use links; whoever prints it stands in the log. */
export async function links(tx: Tx, by: Actor, { id }: In<'links'>) {
  const s = await loadKept(tx, by, id);
  const all = await rolls.listLinks(tx, id);
  await audit.record(tx, by, words.auditLinks, { subject: subject(id), unionId: s.unionId, slots: { title: s.title, n: all.length } });
  return { items: all.map((l) => ({ no: l.no, url: `${notify.publicUrl()}/survey-link/${tx.federationId}/${id}/${l.no}/${linkSecret(id, l.no)}`, used: l.used })) };
}

/** What a survey's ballot went through: those asked hear that it is open. */
export async function followBallot(tx: Tx, { ballot, verb }: Happening): Promise<void> {
  if (verb !== 'opened') return;
  const s = await q.findSurvey(tx, ballot.id);
  if (s === null) return;
  await tell(tx, s, await rolls.listAskedPeople(tx, s.id), `surveys/${s.id}/open`, { word: words.tellOpen, body: words.tellOpenBody, slots: { title: s.title, union: s.union } });
}

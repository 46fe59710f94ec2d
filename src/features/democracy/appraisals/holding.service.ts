import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say, type Word } from '#shared/words';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { type Ballot, ballots } from '#engines/ballot';
import { loadUnionFor, refuseEnded, type Union } from '#engines/org';
import { votersOf } from '../congress/roll.sql.ts';
import type { desk } from './appraisals.contract.ts';
import { LEAST, type RaterClass } from './appraisals.rules.ts';
import * as q from './appraisals.sql.ts';
import { words } from './appraisals.words.ts';
import { decidesOf, paperFor, ruleFor } from './counting.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Wanted = In<'prepare'>;
type Place = Pick<Union, 'id' | 'path'>;
export const KIND = 'appraisal';

export const wrong = (path: string, why: Word, slots: Record<string, string | number | Word> = {}): never => { throw new Refused(doorWords.checkInput, { status: 400, fields: [{ path, why, slots: slots as Record<string, string | number> }] }); };
export const missing = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };

/** An appraisal that the officer keeps, with its ballot. */
export async function loadKept(tx: Tx, by: Actor, id: string): Promise<{ a: q.Held; b: Ballot }> {
  const a = (await q.findKept(tx, by, id)) ?? missing();
  return { a, b: (await ballots.findBallot(tx, id)) ?? missing() };
}

/** The roll of each class, drawn now: delegates in office today, members of the chosen unions, people. */
export async function drawRolls(tx: Tx, union: Place, classes: readonly q.ClassChoice[]): Promise<q.DrawnClass[]> {
  const delegates = classes.some((c) => c.how === 'delegates') ? await votersOf(tx, union.id, 'workers', legalDateOf(tx.now)) : [];
  const units = await ballots.findUnits(tx, union.path, [...new Set(classes.flatMap((c) => c.unions))]);
  return classes.map((c) => q.drawn(tx, c, { below: union.path, delegates, paths: units.filter((u) => c.unions.includes(u.id)).map((u) => u.path) }));
}

/** Refuses a class in which so few may vote that a result would tell how they did. */
export async function refuseFew(tx: Tx, drawn: readonly q.DrawnClass[]): Promise<void> {
  const sizes = await q.countClasses(tx, drawn);
  for (const [i, { id }] of drawn.entries()) {
    const n = sizes.get(id) ?? 0;
    if (n < LEAST) wrong(`classes.${i}`, words.classFew, { name: say(words[`class_${id as RaterClass}`], 'zh'), n, least: LEAST });
  }
}

async function checkWanted(tx: Tx, union: Place, d: Wanted): Promise<{ opensAt: Date | null; closesAt: Date | null }> {
  const people = d.leaders.flatMap((l) => l.personId ?? []);
  const keys = d.leaders.map((l) => l.personId ?? `${l.name}/${l.post}`);
  if (new Set(keys).size < keys.length) wrong('leaders', words.leaderTwice);
  const wanted = [...new Set([...people, ...d.readers.map((r) => r.personId)])];
  const known = new Set((await q.findPeople(tx, union.path, wanted)).map((p) => p.id));
  if (people.some((p) => !known.has(p))) wrong('leaders', words.leaderUnknown);
  if (d.readers.some((r) => !known.has(r.personId))) wrong('readers', words.leaderUnknown);
  if (d.readers.some((r) => people.includes(r.personId))) wrong('readers', words.readerLeads);
  if (d.readers.length === 0 && union.id === tx.federationId) wrong('readers', words.readerNone);
  if (new Set(d.classes.map((c) => c.id)).size < d.classes.length) wrong('classes', words.classTwice);
  const units = [...new Set(d.classes.flatMap((c) => c.unions))];
  if ((await ballots.findUnits(tx, union.path, units)).length < units.length) wrong('classes', words.unionUnknown);
  const [opensAt, closesAt] = [d.opensAt === null ? null : new Date(d.opensAt), d.closesAt === null ? null : new Date(d.closesAt)];
  if (closesAt && (closesAt <= tx.now || (opensAt && closesAt <= opensAt))) wrong('closesAt', words.timesWrong);
  return { opensAt, closesAt };
}

/** Leaders in the order of the paper; a report of duty that was handed in already stays with its leader. */
function numbered(d: Wanted, before: readonly q.Leader[]): q.Leader[] {
  return d.leaders.map((l, i) => {
    const old = before.find((b) => (l.personId === null ? b.personId === null && b.name === l.name : b.personId === l.personId));
    return { no: i + 1, personId: l.personId, name: l.name, post: l.post, duty: old?.duty ?? '', files: old?.files ?? [], dutyAt: old?.dutyAt ?? null };
  });
}

async function write(tx: Tx, by: Actor, d: Wanted, o: { id: string; version?: number; before: readonly q.Leader[] }): Promise<{ id: string }> {
  const union = await loadUnionFor(tx, by, q.KEEP, d.unionId);
  refuseEnded(union);
  const times = await checkWanted(tx, union, d);
  const drawn = await drawRolls(tx, union, d.classes);
  await refuseFew(tx, drawn);
  const leaders = numbered(d, o.before);
  const { rule, grades, ruleSetId } = await ruleFor(tx, d.unionId, d.scale, d.classes.map((c) => c.id));
  await ballots.prepare(tx, by, { id: o.id, unionId: d.unionId, kind: KIND, title: d.title, level: d.level, paper: paperFor(leaders, grades), rule, mixAtLeast: LEAST, ...times }, o.version);
  await q.putAppraisal(tx, { id: o.id, unionId: d.unionId, year: d.year, about: d.about, scale: d.scale, classes: d.classes, readers: d.readers, ruleSetId, releasedAt: null });
  await q.replaceLeaders(tx, o.id, leaders);
  await ballots.setRoll(tx, by, o.id, q.rollSelect(drawn));
  await audit.record(tx, by, words.auditSaved, { subject: { kind: 'ballot', id: o.id }, unionId: d.unionId, slots: { title: d.title, leaders: leaders.length }, basis: { ruleSetId } });
  return { id: o.id };
}

/** Prepares an appraisal: leaders, classes of raters with their rolls, who reads the report. Nobody else sees it before it is announced. */
export const prepare = (tx: Tx, by: Actor, d: Wanted): Promise<{ id: string }> => write(tx, by, d, { id: newId(), before: [] });

/** Changes an appraisal that is not announced yet. */
export async function change(tx: Tx, by: Actor, d: In<'change'>): Promise<{ id: string }> {
  const { a } = await loadKept(tx, by, d.id);
  return write(tx, by, { ...d, unionId: a.unionId }, { id: d.id, version: d.version, before: await q.listLeaders(tx, d.id) });
}

/** How many would rate, class by class, and by which rule, before anything is prepared. */
export async function look(tx: Tx, by: Actor, d: In<'look'>, { locale }: { readonly locale: 'zh' | 'en' }) {
  const union = await loadUnionFor(tx, by, q.KEEP, d.unionId);
  const { rule } = await ruleFor(tx, d.unionId, d.scale, d.classes.map((c) => c.id));
  const sizes = await q.countClasses(tx, await drawRolls(tx, union, d.classes));
  const classes = (rule.classes ?? []).map((c) => ({ id: c.id as RaterClass, name: c[locale], weight: c.weight, people: sizes.get(c.id) ?? 0 }));
  return { classes, people: classes.reduce((n, c) => n + c.people, 0), decides: decidesOf(rule, d.scale, locale), basis: (rule.basis ?? []).map((x) => x[locale]) };
}

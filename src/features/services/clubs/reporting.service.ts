import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { rulebook } from '#engines/rulebook';
import { belongs, KEEP, leads, loadClub, loadLed, refuseUnlessActive, subject } from './access.service.ts';
import { reportDue } from './clubs.rules.ts';
import { words } from './clubs.words.ts';
import type { meeting } from './gatherings.contract.ts';
import { listGatherings, sumEvents } from './gatherings.sql.ts';
import { meanOf } from './meeting.service.ts';
import { findGrants, sumCosts } from './money.sql.ts';
import { findReports, putReport } from './years.sql.ts';

type In<K extends keyof typeof meeting> = z.output<(typeof meeting)[K]['in']>;
const HELD_MOST = 400;

/** From December on the report of the year can be sent. */
const isDue = (tx: Tx, year: number): boolean => legalDateOf(tx.now) >= `${year}-12-01`;

/** The yearly report of a club with the figures of its own records, to be read and printed by its members and officers. */
export async function report(tx: Tx, by: Actor, { id, year }: In<'report'>) {
  const c = await loadClub(tx, by, id);
  if (!belongs(by, c)) throw new Refused(doorWords.notFound, { status: 404 });
  const { values } = await rulebook.look(tx, { unionId: c.unionId }, ['clubs.report.withinDays']);
  const dueOn = reportDue(year, values['clubs.report.withinDays']);
  const sent = (await findReports(tx, [id], year)).get(id);
  const end = instantAt(`${year + 1}-01-01`);
  const sums = (await sumEvents(tx, [id], instantAt(`${year}-01-01`), end < tx.now ? end : tx.now)).get(id);
  const held = (await listGatherings(tx, id, { year, kept: true, limit: HELD_MOST, offset: 0 })).items.filter((g) => g.startsAt <= tx.now).toReversed();
  const grant = (await findGrants(tx, [id], year)).get(id);
  return {
    year, club: c.name, union: c.union, leader: c.leader, done: sent?.done ?? '', plans: sent?.plans ?? '', by: sent?.by ?? '', sentAt: sent?.sentAt.toISOString() ?? null, onTime: sent ? legalDateOf(sent.sentAt) <= dueOn : null, dueOn,
    members: c.members, gatherings: sums?.gatherings ?? 0, attendances: sums?.attendances ?? 0, stars: meanOf(sums?.stars ?? 0, sums?.ratings ?? 0), ratings: sums?.ratings ?? 0, grantFen: grant ? Number(grant.amountFen) : null, spentFen: Number((await sumCosts(tx, [id], year)).get(id) ?? 0n),
    held: held.map((g) => ({ id: g.id, title: g.title, place: g.place, startsAt: g.startsAt.toISOString(), came: g.came })), may: c.state === 'active' && (leads(by, c) || mayIn(by, KEEP, c.path)) && isDue(tx, year) ? ['send'] : [],
  };
}

/** Sends the yearly report, or changes it; being in time goes by when it was first sent. */
export async function sendReport(tx: Tx, by: Actor, { id, year, done, plans }: In<'sendReport'>) {
  const c = await loadLed(tx, by, id);
  refuseUnlessActive(c);
  if (!isDue(tx, year)) throw new Refused(words.reportEarly);
  await putReport(tx, { clubId: id, year, done, plans, byId: by.personId });
  await audit.record(tx, by, words.auditReport, subject(c, { year }));
  return { id };
}

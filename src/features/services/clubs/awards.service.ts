import type { z } from 'zod';
import { type Actor, mayIn, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { loadUnion, loadUnionFor, officersOf, officesWith } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { GRANT, KEEP, yuan } from './access.service.ts';
import { appraised, markViews, NUMBERS, scaleOf } from './appraisal.service.ts';
import { reportDue } from './clubs.rules.ts';
import { listUnionsWithClubs } from './clubs.sql.ts';
import { words } from './clubs.words.ts';
import type { desk } from './desk.contract.ts';
import * as q from './years.sql.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Maker = Actor | { readonly system: string };
const AWARD = [...NUMBERS, 'clubs.award.count', 'clubs.award.leastScore'] as const;

/**
 * Makes the list of the best clubs of a union for a year that is over; once.
 * @returns its id, or null when there is one already or nothing to rank
 */
export async function makeList(tx: Tx, by: Maker, unionId: string, year: number): Promise<string | null> {
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId }, AWARD);
  const ranking = await appraised(tx, { by: null, unionId, year });
  if (ranking.length === 0) return null;
  const [most, leastScore, id] = [values['clubs.award.count'], values['clubs.award.leastScore'] * 100, newId()];
  if (!(await q.insertAwardList(tx, { id, unionId, year, most, leastScore, ruleSetId }))) return null;
  await q.insertAwards(tx, id, ranking.map((c) => ({ clubId: c.id, place: c.place, won: c.place <= most && c.score >= leastScore, score: c.score, marks: c.marks })));
  const union = await loadUnion(tx, unionId);
  const officers = await officersOf(tx, [unionId], officesWith(GRANT).filter((o) => o !== 'platformAdmin'));
  if (officers.length > 0) {
    await notify.tell(tx, { key: `clubs/awards/${id}`, kind: 'clubs.awards', word: words.tellList, body: words.tellListBody, slots: { union: union.name, year, n: ranking.length }, link: `/console/clubs/awards/${id}`, unionId, to: [...new Set(officers.map((o) => o.personId))] });
  }
  await audit.record(tx, by, words.auditAwards, { subject: { kind: 'clubAwards', id }, unionId, slots: { year, n: ranking.length }, basis: { ruleSetId } });
  return id;
}

/** Makes last year's lists of all unions where reports are no longer in time; the job of January. @returns how many */
export async function makeDue(tx: Tx): Promise<number> {
  const today = legalDateOf(tx.now);
  const year = Number(today.slice(0, 4)) - 1;
  let made = 0;
  for (const union of await listUnionsWithClubs(tx, year)) {
    const { values } = await rulebook.look(tx, { unionId: union.id }, ['clubs.report.withinDays']);
    if (today > reportDue(year, values['clubs.report.withinDays']) && (await makeList(tx, { system: 'clubs' }, union.id, year)) !== null) made++;
  }
  return made;
}

/** Makes a list by hand, where the job did not. */
export async function makeAwards(tx: Tx, by: Actor, { unionId, year }: In<'makeAwards'>) {
  const union = await loadUnionFor(tx, by, KEEP, unionId);
  if (year >= Number(legalDateOf(tx.now).slice(0, 4))) throw new Refused(words.yearOpen);
  if ((await appraised(tx, { by: null, unionId: union.id, year })).length === 0) throw new Refused(words.listEmpty);
  const id = await makeList(tx, by, union.id, year);
  if (id === null) throw new Refused(words.listThere);
  return { id };
}

const view = (l: q.ListRow) => ({ id: l.id, union: l.union, unionId: l.unionId, year: l.year, clubs: l.clubs, winners: l.winners, most: l.most, leastScore: l.leastScore, madeAt: l.madeAt.toISOString(), publishedAt: l.publishedAt?.toISOString() ?? null, publishedBy: l.publishedBy, prizeFen: Number(l.prizeFen) });

/** Award lists of the officer's unions. */
export async function awardLists(tx: Tx, by: Actor, { unionId, limit, offset }: In<'awardLists'>) {
  const path = unionId === undefined ? undefined : (await loadUnionFor(tx, by, KEEP, unionId)).path;
  const { items, total } = await q.listAwardLists(tx, by, path, { limit, offset });
  return { items: items.map(view), total };
}

async function loadList(tx: Tx, by: Actor, id: string): Promise<q.ListRow> {
  const l = await q.findAwardList(tx, by, id);
  if (l === null) throw new Refused(doorWords.notFound, { status: 404 });
  return l;
}

/** One list: officers see the whole ranking, members after it is published who was awarded. */
export async function awardList(tx: Tx, by: Actor, { id }: In<'awardList'>, { locale }: Call) {
  const l = await loadList(tx, by, id);
  const keeps = mayIn(by, KEEP, l.path);
  const all = (await q.listAwards(tx, id)).filter((a) => keeps || a.won);
  const set = await rulebook.setOf(tx, l.ruleSetId);
  const scale = set ? scaleOf(Object.fromEntries(set.map((g) => [g.param, g.value])) as Parameters<typeof scaleOf>[0]) : null;
  return {
    ...view(l), items: all.map((a) => ({ clubId: a.clubId, name: a.name, category: a.category, place: a.place, won: a.won, score: a.score, prize: a.prize, prizeFen: Number(a.prizeFen), marks: markViews(a.marks, scale, locale) })),
    basis: await rulebook.basisOf(tx, l.ruleSetId, locale), may: l.publishedAt === null && mayIn(by, GRANT, l.path) ? ['publish'] : [],
  };
}

/** Confirms a list with what winners get, and publishes it: leaders are told. Once. */
export async function publishAwards(tx: Tx, by: Actor, { id, prizes }: In<'publishAwards'>, { locale }: Call) {
  const l = await loadList(tx, by, id);
  if (!mayIn(by, GRANT, l.path)) throw new Refused(doorWords.notFound, { status: 404 });
  if (!(await q.publishList(tx, id, by.personId))) throw new Refused(words.listPublished);
  const said = new Map(prizes.map((x) => [x.clubId, x]));
  const winners = (await q.listAwards(tx, id)).filter((a) => a.won);
  const given = winners.map((a) => ({ clubId: a.clubId, prize: said.get(a.clubId)?.prize || say(words.usualPrize, locale), prizeFen: said.get(a.clubId)?.prizeFen ?? 0 }));
  await q.setPrizes(tx, id, given);
  for (const [i, a] of winners.entries()) {
    const prize = `${given[i]?.prize ?? ''}${(given[i]?.prizeFen ?? 0) > 0 ? ` ¥${yuan(given[i]?.prizeFen ?? 0)}` : ''}`;
    if (a.leaderId !== null) await notify.tell(tx, { key: `clubs/awards/${id}/${a.clubId}`, kind: 'clubs.award', word: words.tellAward, body: words.tellAwardBody, slots: { title: a.name, year: l.year, place: a.place, prize }, link: `/clubs/${a.clubId}`, unionId: l.unionId, to: [a.leaderId] });
  }
  await audit.record(tx, by, words.auditPublished, { subject: { kind: 'clubAwards', id }, unionId: l.unionId, slots: { year: l.year, n: winners.length } });
  return { id };
}

/** A list as a spreadsheet; the export is in the log. */
export async function exportAwards(tx: Tx, by: Actor, { id, columns }: In<'exportAwards'>, { locale }: Call): Promise<Download> {
  const l = await loadList(tx, by, id);
  if (!mayIn(by, KEEP, l.path)) throw new Refused(doorWords.notFound, { status: 404 });
  const all = await q.listAwards(tx, id);
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'clubAwards', id }, unionId: l.unionId, slots: { name: words.awardsName, n: all.length } });
  const number = { kind: 'number' } as const;
  return exportSheet({
    name: words.awardsName, now: tx.now, locale, rows: all, shown: columns,
    columns: [
      { heading: words.columnRank, under: ['place'], ...number, cell: (a) => a.place }, { heading: words.columnName, under: ['name'], cell: (a) => a.name }, { heading: words.columnScore, under: ['score'], ...number, cell: (a) => a.score / 100 },
      { heading: words.columnWon, under: ['won'], cell: (a) => say(a.won ? words.yes : words.no, locale) }, { heading: words.columnPrize, under: ['prize'], cell: (a) => a.prize }, { heading: words.columnPrizeFen, under: ['prize'], ...number, cell: (a) => Number(a.prizeFen) / 100 },
    ],
  });
}

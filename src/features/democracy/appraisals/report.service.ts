import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Locale, say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { type Ballot, ballots, type Outcome, shownAppraisal } from '#engines/ballot';
import { notify } from '#engines/notify';
import type { desk } from './appraisals.contract.ts';
import { aboveWorst, type GRADES, type RaterClass } from './appraisals.rules.ts';
import * as q from './appraisals.sql.ts';
import { words } from './appraisals.words.ts';
import { missing } from './holding.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;
type Appraised = Extract<Outcome, { kind: 'appraisal' }>;
const YEARS = 5;
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The figures of a count, each with the sum it rests on. */
export const figuresOf = (r: Outcome, locale: Locale) => r.lines.map((l) => ({ holds: l.holds, rule: say(l.rule.word, locale, l.rule.slots), worked: say(l.worked.word, locale, l.worked.slots) }));
/** Grades of a paper in the reader's language. */
export const gradesOf = (b: Ballot, locale: Locale) => (b.paper.kind === 'appraisal' ? b.paper.grades.map((g) => ({ id: g.id as (typeof GRADES)[number], name: g[locale], value: g.value })) : []);

/** Scores of the same leader in earlier years, the latest last; one that fewer than five gave is empty. */
async function earlierOf(tx: Tx, a: q.Held): Promise<(of: q.Leader) => { year: number; score: number | null }[]> {
  const held = await q.listEarlier(tx, a);
  const all = await ballots.findBallots(tx, held.map((h) => h.id));
  const known: { year: number; leaders: readonly q.Leader[]; shown: ReturnType<typeof shownAppraisal> }[] = [];
  for (const h of held) {
    const result = all.find((b) => b.id === h.id)?.result;
    if (result?.kind === 'appraisal') known.push({ year: h.year, leaders: await q.listLeaders(tx, h.id), shown: shownAppraisal(result) });
  }
  return (of) => {
    const found = known.flatMap(({ year, leaders, shown }) => {
      const then = leaders.find((l) => (of.personId === null ? l.personId === null && l.name === of.name : l.personId === of.personId));
      return then ? [{ year, score: shown[then.no - 1]?.scoreOf10000 ?? null }] : [];
    });
    return [...new Map(found.toReversed().map((f) => [f.year, f])).values()].slice(-YEARS);
  };
}

/** Results of leaders as they may be shown: never of fewer than five papers, of all or of a class. */
export async function leadersOf(tx: Tx, a: q.Held, r: Appraised, leaders: readonly q.Leader[], locale: Locale) {
  const [shown, before] = [shownAppraisal(r), await earlierOf(tx, a)];
  const advice = (ids: readonly { readonly id: string; readonly holds: boolean }[]): string[] => ids.filter((c) => c.holds).slice(-1).flatMap((c) => r.rule.consequences.find((x) => x.id === c.id)?.[locale] ?? []);
  return leaders.flatMap((l) => {
    const s = shown[l.no - 1];
    return s === undefined ? [] : [{
      no: l.no, name: l.name, post: l.post, marked: s.marked, valid: s.valid, exact: s.exact, score: s.scoreOf10000, grades: s.grades.map((g) => ({ id: g.id as (typeof GRADES)[number], votes: g.votes, rate: g.rateOf10000 })),
      byClass: s.byClass.filter((c) => c.marked > 0).map((c) => ({ id: (c.id || 'delegates') as RaterClass, marked: c.marked, votes: [...c.votes] })), consequences: s.valid && r.fails === null ? advice(s.consequences) : [], before: before(l),
    }];
  });
}

async function loadReport(tx: Tx, by: Actor, id: string): Promise<{ a: q.Held; b: Ballot; r: Appraised; leaders: q.Leader[] }> {
  const a = (await q.findReadable(tx, by, id)) ?? missing();
  const b = (await ballots.findBallot(tx, id)) ?? missing();
  if (b.result?.kind !== 'appraisal') throw new Refused(words.noReport);
  return { a, b, r: b.result, leaders: await q.listLeaders(tx, id) };
}

async function reportOf(tx: Tx, by: Actor, id: string, locale: Locale) {
  const { a, b, r, leaders } = await loadReport(tx, by, id);
  const [shown, given] = [await leadersOf(tx, a, r, leaders, locale), new Map((await ballots.listClasses(tx, id)).map((c) => [c.class, c]))];
  const c = r.counts;
  return {
    id, title: b.title, union: a.union, year: a.year, scale: a.scale, closedAt: iso(b.closedAt), fails: r.fails === null ? '' : say(r.fails.word, locale, r.fails.slots), figures: figuresOf(r, locale), grades: gradesOf(b, locale),
    sums: { entitled: c.entitled, issued: c.ballotsIssued, returned: c.ballotsReturned, valid: c.validBallots, invalid: r.invalid, turnout: c.entitled === 0 ? 0 : Math.floor((10_000 * c.ballotsReturned) / c.entitled), above: c.validBallots < 5 ? null : aboveWorst(r.persons) },
    classes: r.rule.classes.map((x) => ({ id: x.id as RaterClass, name: x[locale], weight: x.weight, entitled: given.get(x.id)?.entitled ?? 0, given: given.get(x.id)?.given ?? 0 })),
    leaders: shown, years: [...new Set(shown.flatMap((l) => l.before.map((y) => y.year)))].sort((x, y) => x - y), basis: r.rule.basis.map((x) => x[locale]), released: a.releasedAt !== null, may: a.releasedAt === null && b.state === 'declared' && r.fails === null ? ['release'] : [],
  };
}

/** The report, for those entitled to it; each look stands in the log. */
export async function report(tx: Tx, by: Actor, { id }: In<'report'>, { locale }: { readonly locale: Locale }) {
  const found = await reportOf(tx, by, id, locale);
  await audit.looked(tx, by, { subject: { kind: 'ballot', id, name: found.title }, unionId: (await q.findHeld(tx, [id]))[0]?.unionId ?? null, fields: ['appraisal'], purpose: say(words.purposeReport, locale, { title: found.title }).slice(0, 200) });
  return found;
}

const percent = (of10000: number | null): string => (of10000 === null ? '' : `${(of10000 / 100).toFixed(2)}%`);

/** The report as a sheet, one leader a line. */
export async function exportReport(tx: Tx, by: Actor, { id }: In<'exportReport'>, call: Call): Promise<Download> {
  const found = await reportOf(tx, by, id, call.locale);
  const named = (name: string) => ({ code: 'appraisals.column', zh: name, en: name });
  await audit.record(tx, by, words.auditReportExported, { subject: { kind: 'ballot', id }, unionId: (await q.findHeld(tx, [id]))[0]?.unionId ?? null, slots: { title: found.title } });
  return exportSheet({
    name: words.reportName, now: tx.now, locale: call.locale, rows: found.leaders, shown: undefined,
    columns: [
      { heading: words.nameColumn, under: ['name'], cell: (l) => l.name }, { heading: words.postColumn, under: ['name'], cell: (l) => l.post }, { heading: words.markedColumn, under: ['marked'], cell: (l) => String(l.marked) },
      { heading: words.scoreColumn, under: ['score'], cell: (l) => (l.score === null ? '' : (l.score / 100).toFixed(2)) },
      ...found.grades.map((g) => ({ heading: named(g.name), under: ['grades'], cell: (l: (typeof found.leaders)[number]) => percent(l.grades.find((x) => x.id === g.id)?.rate ?? null) })),
      ...found.years.map((y) => ({ heading: named(String(y)), under: ['before'], cell: (l: (typeof found.leaders)[number]) => { const s = l.before.find((x) => x.year === y)?.score; return s == null ? '' : (s / 100).toFixed(2); } })),
      { heading: words.adviceColumn, under: ['advice'], cell: (l) => l.consequences.join('；') },
    ],
  });
}

/** Shows the results to those who rated; decided by whoever reads the report. */
export async function release(tx: Tx, by: Actor, { id }: In<'release'>) {
  const { a, b, r } = await loadReport(tx, by, id);
  if (b.state !== 'declared' || r.fails !== null) throw new Refused(words.noReport);
  if (!(await q.setReleased(tx, id, by.personId))) throw new Refused(words.releasedAlready);
  await audit.record(tx, by, words.auditReleased, { subject: { kind: 'ballot', id }, unionId: a.unionId, slots: { title: b.title } });
  const to = await q.listVoters(tx, id);
  if (to.length > 0) await notify.tell(tx, { key: `appraisals/${id}/released`, to, kind: 'appraisals.open', word: words.tellReleased, body: words.tellBody, slots: { title: b.title, union: a.union }, link: `/appraisals/${id}`, unionId: a.unionId });
  return { id };
}

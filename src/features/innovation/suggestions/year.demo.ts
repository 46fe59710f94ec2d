import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { cases, type TakenCase } from '#engines/cases';
import { benefitsOf, opinionsOf } from './benefits.demo.ts';
import { type Planned, planYear } from './plan.demo.ts';
import { nameStaff, type Staff } from './staff.demo.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { groupFor } from './suggestions.rules.ts';
import { insertCampaign, insertTaken, insertTakenAuthors, insertTakenBenefits, insertTakenReviews, insertTakenSupporters, renewPlans, type TakenAuthor, type TakenSuggestion } from './taken.sql.ts';
import { type Written, writer } from './texts.demo.ts';
import { type Way, wayOf } from './way.demo.ts';
import { wholeText } from './writing.service.ts';

/** One suggestion of the year, ready to be written. */
export type Told = { readonly id: string; readonly s: Planned; readonly written: Written; readonly way: Way; mergedInto: Told | null; benefit: { readonly fen: number; readonly on: string } | null };

const AT_ONCE = 1_000;
const A_FEW = 240;
const SHARES: readonly (readonly number[])[] = [[10_000], [6000, 4000], [5000, 3000, 2000], [4000, 2000, 2000, 2000]];
const SAVING = ['energy', 'cost', 'environment'];

/** A small repeatable generator: the same year on every machine. */
function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (Math.imul(a ^ (a >>> 15), 2246822519) + 0x9e3779b9) | 0;
    const t = Math.imul(a ^ (a >>> 13), 3266489917);
    return ((t ^ (t >>> 16)) >>> 0) / 4294967296;
  };
}

/** Writes the texts in the order of the days; a merged one speaks of what another of the unit had written before. */
function tell(plan: readonly Planned[], staff: Staff, random: () => number): Told[] {
  const write = writer(random);
  const earlier = new Map<string, Told[]>();
  const list: Told[] = [];
  for (const s of [...plan].sort((a, b) => (a.submittedOn < b.submittedOn ? -1 : a.submittedOn > b.submittedOn ? 1 : 0))) {
    const before = (earlier.get(s.author.unitId) ?? []).filter((t) => t.s.submittedOn < s.submittedOn);
    const first = s.fate === 'merged' ? before[Math.floor(random() * before.length)] : undefined;
    if (s.fate === 'merged' && first === undefined) s.fate = 'withdrawn';
    const written = first ? write.again(first.written, s.author.place) : write.fresh(s.author.unitCode, s.author.place);
    const told: Told = { id: newId(), s, written, way: wayOf(s, staff.desks.get(s.author.unitId) ?? staff.company, staff.company, random), mergedInto: first ?? null, benefit: null };
    list.push(told);
    if (told.way.voidOn === null) earlier.set(s.author.unitId, [...(earlier.get(s.author.unitId) ?? []).slice(-20), told]);
  }
  return list;
}

const caseOf = ({ id, s, written, way }: Told, staff: Staff): TakenCase => {
  const desk = staff.desks.get(s.author.unitId) ?? staff.company;
  return {
    id, title: written.title, text: wholeText(written), state: way.state, privacy: 'named', channel: 'phone', unionId: way.atCompany ? staff.company.unionId : desk.unionId, originUnionId: desk.unionId,
    authorId: s.author.personId, openedAt: way.openedAt, facts: s.way === 'appeal' ? { appealed: true } : {}, barred: s.coauthors.map((c) => ({ personId: c.personId, why: 'coauthor' })), events: way.events,
  };
};

const rowOf = (t: Told, n: number, year: number, staff: Staff, campaignId: string): TakenSuggestion => {
  const { id, s, written: w, way } = t;
  const company = s.way !== 'unit';
  const entered = SAVING.includes(w.category) && s.submittedOn >= `${String(year)}-04-01` && s.submittedOn <= `${String(year)}-06-30`;
  return {
    id, schemeUnionId: staff.company.unionId, unitUnionId: s.author.unitId, category: w.category, campaignId: entered ? campaignId : null, problem: w.problem, remedy: w.remedy, effect: w.effect, place: s.author.place,
    submittedOn: s.submittedOn, voidOn: way.voidOn, voidWhy: way.voidOn === null ? null : (s.fate as 'withdrawn' | 'incomplete' | 'merged'), mergedIntoId: t.mergedInto?.id ?? null, level: company ? 'company' : 'unit',
    expertGroup: company ? groupFor(w.category) : null, firstGrade: way.firstGrade, grade: s.grade, adoptedOn: way.adoptedOn, startedOn: way.startedOn, completedOn: way.completedOn, standardisedOn: way.standardisedOn,
    documentNumber: way.standardisedOn === null ? '' : `Q/HQ ${s.author.unitCode.slice(3) || 'GL'}-${String(year)}-${String(n % 1000).padStart(3, '0')}`, rejectedOn: way.adoptedOn === null ? way.rejectedOn : null,
    benefitFen: t.benefit?.fen ?? null, benefitOn: t.benefit?.on ?? null, fromRegister: false,
  };
};

const authorsOf = ({ id, s }: Told): TakenAuthor[] => [s.author, ...s.coauthors].map((p, n) => ({
  suggestionId: id, personId: p.personId, position: n + 1, share: SHARES[s.coauthors.length]?.[n] ?? 0, unitUnionId: p.unitId,
}));

async function save(tx: Tx, part: readonly Told[], from: number, o: { year: number; staff: Staff; campaignId: string }): Promise<void> {
  await cases.takeOver(tx, suggestionProcess, part.map((t) => caseOf(t, o.staff)), { findable: true });
  await insertTaken(tx, part.map((t, n) => rowOf(t, from + n, o.year, o.staff, o.campaignId)));
  await insertTakenAuthors(tx, part.flatMap(authorsOf));
}

/** The first of a year, none of which was merged into a later one. */
const beginningOf = (list: readonly Told[]): Told[] => list.slice(0, A_FEW);

/** Last calendar year at the factory, from which the figures of source file 002 come out: raw events, rows, opinions, benefits. The scheme is open already. */
export async function tellYear(stage: DemoStage): Promise<void> {
  const year = Number(legalDateOf(stage.now).slice(0, 4)) - 1;
  const random = seeded(23222);
  await stage.at(stage.now, async (tx) => {
    const staff = await nameStaff(tx, stage, year, random);
    const all = tell(planYear(year, staff.taking, random), staff, random);
    const list = stage.brief ? beginningOf(all) : all;
    const benefits = benefitsOf(list, year, staff.accountantId, random);
    const campaignId = newId();
    await insertCampaign(tx, { id: campaignId, schemeUnionId: staff.company.unionId, title: `${String(year)}年节能降耗专项合理化建议`, theme: '过紧日子，向浪费宣战', fromDate: `${String(year)}-04-01`, toDate: `${String(year)}-06-30`, state: 'awarded' });
    for (let i = 0; i < list.length; i += AT_ONCE) await save(tx, list.slice(i, i + AT_ONCE), i, { year, staff, campaignId });
    await insertTakenReviews(tx, opinionsOf(list, staff, random));
    await insertTakenBenefits(tx, benefits);
    const merged = list.flatMap((t) => (t.mergedInto && ![t.mergedInto.s.author, ...t.mergedInto.s.coauthors].includes(t.s.author) ? [{ suggestionId: t.mergedInto.id, personId: t.s.author.personId, mergedFromId: t.id, at: t.way.events.at(-1)?.at ?? t.way.openedAt }] : []));
    await insertTakenSupporters(tx, merged);
    await renewPlans(tx);
  });
}

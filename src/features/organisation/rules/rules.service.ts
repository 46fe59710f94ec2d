import type { z } from 'zod';
import { audit } from '#engines/audit';
import { findUnionFor, type Union } from '#engines/org';
import { type Chapter, type DecisionRow, type Param, rulebook, type Standing } from '#engines/rulebook';
import type { Call } from '#platform/http';
import { type Actor, mayIn, scopesOf, type Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { provinceOf } from '#shared/provinces';
import { type Locale, say, type Word } from '#shared/words';
import type { api } from './rules.contract.ts';
import { words } from './rules.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Out<K extends keyof typeof api> = z.input<(typeof api)[K]['out']>;
type LineView = Out<'book'>['items'][number]['lines'][number];
type RuleView = NonNullable<LineView['now']>;

const READ = 'rules.read';
const DECIDE = 'rules.decide';
const CONFIRM = 'rules.confirm';
const isTop = (path: string): boolean => /^\/[^/]+\/$/.test(path);
const overTop = (by: Actor, permission: string): boolean => scopesOf(by, permission).some(isTop);

async function unionFor(tx: Tx, by: Actor, permission: string, id: string): Promise<Union> {
  const union = await findUnionFor(tx, by, permission, id);
  if (union === null) throw new Refused(words.unionUnknown, { status: 404 });
  return union;
}

const AREAS: Readonly<Record<string, Word>> = {
  letters: words.areaLetters, membership: words.areaMembership, union: words.areaUnion, privacy: words.areaPrivacy,
  security: words.areaSecurity, access: words.areaAccess, suggestions: words.areaSuggestions, savings: words.areaSavings, sales: words.areaSales, lockers: words.areaLockers, activities: words.areaActivities, tax: words.areaTax,
  clubs: words.areaClubs, housing: words.areaHousing, disclosure: words.areaDisclosure, summerCare: words.areaSummerCare,
  congress: words.areaCongress, elections: words.areaElections, proposals: words.areaProposals, dailyQuestion: words.areaDailyQuestion, jointMeetings: words.areaJointMeetings,
};

/** The province's name and the code for a region; names of cities and districts are not kept here. */
function regionName(code: string, locale: Locale): string {
  const province = provinceOf(code);
  if (!province) return code;
  return code.endsWith('0000') ? say(province, locale) : `${say(province, locale)} ${code}`;
}

function placeOf(s: Standing, locale: Locale): string {
  if (s.at === 'nation') return say(words.nation, locale);
  return s.at === 'region' ? regionName(s.place, locale) : s.placeName;
}

function ruleView(param: Param, s: Standing, locale: Locale, by: Actor, union: Union): RuleView {
  const own = s.at === 'union' && s.place === union.id && mayIn(by, DECIDE, union.path);
  const entered = s.at === 'region' && s.decidedAt !== '' && overTop(by, DECIDE);
  return {
    id: s.id, value: s.value, said: rulebook.sayValue({ value: s.value, unit: param.unit, comparator: param.comparator }, locale),
    at: s.at, place: placeOf(s, locale), confidence: s.confidence, from: s.from, to: s.to,
    basis: rulebook.sayBasis(s.basis, locale), note: locale === 'zh' ? s.note : s.noteEn,
    may: [...(own || entered ? ['end'] : []), ...(s.confidence === 'unconfirmed' && overTop(by, CONFIRM) ? ['confirm'] : [])],
  };
}

function lineView(c: Chapter, locale: Locale, by: Actor, union: Union): LineView {
  const { key, unit, comparator, shape, title } = c.param;
  const view = (s: Standing): RuleView => ruleView(c.param, s, locale, by, union);
  return {
    param: key, title: say(title, locale), unit, comparator, shape: shape.kind === 'oneOf' ? { kind: shape.kind, of: [...shape.of] } : shape,
    now: c.now ? view(c.now) : null, later: c.later.map(view), others: c.others.map(view), may: shape.kind !== 'bands' && mayIn(by, DECIDE, union.path) ? ['decide'] : [],
  };
}

/** Every number as it stands for a union on a day, by area. */
export async function book(tx: Tx, by: Actor, i: In<'book'>, call: Call): Promise<Out<'book'>> {
  const union = await unionFor(tx, by, READ, i.unionId);
  const { lines } = await rulebook.chapters(tx, { unionId: union.id, at: i.at }, i.area);
  const byArea = Map.groupBy(lines, (l) => l.param.area);
  return {
    union: { id: union.id, name: union.name },
    today: i.at ?? legalDateOf(tx.now),
    unconfirmed: lines.filter((l) => l.now?.confidence === 'unconfirmed').length,
    items: [...byArea].map(([area, list]) => ({
      area, title: say(AREAS[area] ?? words.areaOther, call.locale), lines: list.map((c) => lineView(c, call.locale, by, union)),
    })),
  };
}

function decisionView(param: Param, d: DecisionRow, locale: Locale): Out<'history'>['items'][number] {
  return {
    id: d.id, said: rulebook.sayValue({ value: d.value, unit: param.unit, comparator: param.comparator }, locale),
    at: d.unionId === null ? 'region' : 'union', place: d.unionName ?? regionName(d.regionCode, locale), from: d.from, to: d.to, withdrawn: d.to !== null && d.to < d.from,
    document: d.document, article: d.article, statute: d.statute, note: d.note, by: d.decidedByName ?? '', decidedAt: d.decidedAt,
    endedBy: d.endedByName, endedAt: d.endedAt,
  };
}

/** What was ever decided about a number for a union, those above it and its regions. */
export async function history(tx: Tx, by: Actor, i: In<'history'>, call: Call): Promise<Out<'history'>> {
  const union = await unionFor(tx, by, READ, i.unionId);
  const param = rulebook.param(i.param);
  const found = await rulebook.historyOf(tx, union.id, i.param, { after: i.after, limit: i.limit });
  return { items: found.items.map((d) => decisionView(param, d, call.locale)), next: found.next ?? null };
}

const bothLanguages = (param: Param, value: unknown): Word => {
  const said = (locale: Locale): string => rulebook.sayValue({ value, unit: param.unit, comparator: param.comparator }, locale);
  return { code: 'rules.value', zh: said('zh'), en: said('en') };
};

/** Confirms a suggested value for the whole federation. */
export async function confirm(tx: Tx, by: Actor, i: In<'confirm'>): Promise<Out<'confirm'>> {
  if (!overTop(by, CONFIRM)) throw new Refused(words.topConfirms, { status: 403 });
  const param = rulebook.param(i.param);
  const rule = await rulebook.confirm(tx, by, i);
  await audit.record(tx, by, words.saidConfirmed, {
    subject: { kind: 'rule', id: i.param }, unionId: tx.federationId, slots: { title: param.title, value: bothLanguages(param, rule.value) },
  });
  return { confirmed: true };
}

/** Decides a number for a union and those below, or enters the law of a region. */
export async function decide(tx: Tx, by: Actor, i: In<'decide'>): Promise<Out<'decide'>> {
  const union = await unionFor(tx, by, DECIDE, i.unionId);
  if (i.regionCode !== undefined && !overTop(by, DECIDE)) throw new Refused(words.topLegislates, { status: 403 });
  const param = rulebook.param(i.param);
  const id = await rulebook.decide(tx, by, { ...i, statute: i.regionCode !== undefined });
  await audit.record(tx, by, words.saidDecided, {
    subject: { kind: 'rule', id: i.param }, unionId: union.id,
    slots: { title: param.title, value: bothLanguages(param, i.value), from: i.from, document: audit.veil(i.document) },
  });
  return { id };
}

/** Ends a decision on its last day, or withdraws one that has not begun. */
export async function end(tx: Tx, by: Actor, i: In<'end'>): Promise<Out<'end'>> {
  const decision = await rulebook.loadDecision(tx, i.id);
  if (decision.unionId !== null) await unionFor(tx, by, DECIDE, decision.unionId);
  else if (!overTop(by, DECIDE)) throw new Refused(words.topLegislates, { status: 403 });
  await rulebook.endDecision(tx, by, decision, i.on);
  const withdrawn = i.on < decision.from;
  await audit.record(tx, by, withdrawn ? words.saidWithdrawn : words.saidEnded, {
    subject: { kind: 'rule', id: decision.param }, unionId: decision.unionId ?? tx.federationId,
    slots: { title: rulebook.param(decision.param).title, ...(withdrawn ? { from: decision.from } : { last: i.on }) },
  });
  return { id: i.id };
}

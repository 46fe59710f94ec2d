import type { Tx } from '#shared/call';
import { type Locale, say } from '#shared/words';
import type { BallotWanted } from '#engines/ballot';
import { rulebook } from '#engines/rulebook';
import { CLASSES, GRADES, markOf, type RaterClass, type Scale } from './appraisals.rules.ts';
import type { Leader } from './appraisals.sql.ts';
import { words } from './appraisals.words.ts';

const WEIGHT = { leaders: 'congress.appraisal.weightLeaders', middle: 'congress.appraisal.weightMiddle', delegates: 'congress.appraisal.weightDelegates' } as const;
const SHARES = ['congress.appraisal.turnout', 'congress.appraisal.validity', 'congress.appraisal.talkAbove', 'congress.appraisal.removalFrom'] as const;
const worth = (scale: Scale) => GRADES.map((g) => `congress.appraisal.${scale}.${g}` as const);

/** Numbers by which leaders of a union are appraised, with what they rest on. */
async function numbersFor(tx: Tx, unionId: string, scale: Scale, classes: readonly RaterClass[]) {
  const keys = [...SHARES, ...worth(scale), ...classes.map((c) => WEIGHT[c])] as const;
  const { values, ruleSetId } = await rulebook.resolve(tx, { unionId }, keys);
  const all = values as Readonly<Record<string, number | { num: number; den: number }>>;
  // What the grades are worth stands on the page beside them; the basis names what decides.
  const decides = (await rulebook.resolve(tx, { unionId }, [...SHARES, ...classes.map((c) => WEIGHT[c])])).ruleSetId;
  const [zh, en] = [await rulebook.basisOf(tx, decides, 'zh'), await rulebook.basisOf(tx, decides, 'en')];
  return { share: (key: (typeof SHARES)[number]) => all[key] as { num: number; den: number }, number: (key: string) => all[key] as number, ruleSetId, basis: [...new Set(zh)].slice(0, 20).map((z, i) => ({ zh: z.slice(0, 400), en: (en[zh.indexOf(z)] ?? en[i] ?? z).slice(0, 600) })) };
}

/** Paper and rule of an appraisal, from the rulebook of the union's place. */
export async function ruleFor(tx: Tx, unionId: string, scale: Scale, classes: readonly RaterClass[]) {
  const n = await numbersFor(tx, unionId, scale, classes);
  const used = CLASSES.filter((c) => classes.includes(c));
  const rule: BallotWanted['rule'] = {
    majority: { op: 'GE', num: 0, den: 1, base: 'ballotsReturned' }, turnout: { op: 'GE', ...n.share('congress.appraisal.turnout') }, validity: { op: 'GE', ...n.share('congress.appraisal.validity') },
    classes: used.map((c) => ({ id: c, zh: words[`class_${c}`].zh, en: words[`class_${c}`].en, weight: n.number(WEIGHT[c]) })),
    consequences: [
      { id: 'talk', grades: ['bad'], share: { op: 'GT', ...n.share('congress.appraisal.talkAbove') }, zh: words.consequence_talk.zh, en: words.consequence_talk.en },
      { id: 'removal', grades: ['bad'], share: { op: 'GE', ...n.share('congress.appraisal.removalFrom') }, zh: words.consequence_removal.zh, en: words.consequence_removal.en },
    ],
    basis: n.basis,
  };
  const grades = GRADES.map((g) => ({ id: g, zh: words[`${scale}_${g}`].zh, en: words[`${scale}_${g}`].en, value: n.number(`congress.appraisal.${scale}.${g}`) }));
  return { rule, grades, ruleSetId: n.ruleSetId };
}

/** The paper: leaders in their order, grades of the scale. */
export const paperFor = (leaders: readonly Pick<Leader, 'no' | 'name' | 'post'>[], grades: Awaited<ReturnType<typeof ruleFor>>['grades']): BallotWanted['paper'] =>
  ({ kind: 'appraisal', persons: leaders.map((l) => ({ id: markOf(l.no), name: l.name, ...(l.post === '' ? {} : { title: l.post }) })), grades });

/** What a rule asks, in sentences. */
export function decidesOf(rule: BallotWanted['rule'], scale: Scale, locale: Locale): string[] {
  const list = (rule.classes ?? []).map((c) => say(words.weighsOne, locale, { name: c[locale], n: c.weight })).join(locale === 'zh' ? '、' : ', ');
  const part = (t: { num: number; den: number }): string => `${t.num}/${t.den}`;
  const bad = say(words[`${scale}_bad`], locale);
  const follows = (rule.consequences ?? []).map((c) => say(c.id === 'talk' ? words.talkAbove : words.removalFrom, locale, { grade: bad, share: part(c.share), what: c[locale] }));
  return [
    ...(rule.turnout ? [say(words.needsTurnout, locale, { share: part(rule.turnout) })] : []), ...(rule.validity ? [say(words.needsValid, locale, { share: part(rule.validity) })] : []), say(words.weighs, locale, { list }), ...follows, say(words.neverBelow, locale),
  ];
}

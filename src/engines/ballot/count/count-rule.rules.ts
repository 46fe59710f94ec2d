import { z } from 'zod';

const whole = z.int().min(0).max(1_000_000);
const Part = { op: z.enum(['GE', 'GT', 'LE', 'LT']), num: whole, den: z.int().min(1).max(1_000_000) };
const Share = z.strictObject(Part);
const Majority = z.strictObject({ ...Part, base: z.enum(['entitled', 'present', 'ballotsIssued', 'ballotsReturned', 'validBallots']) });
const Id = z.string().regex(/^[0-9A-Za-z][\w-]{0,63}$/);
const uniqueIds = (list: readonly { readonly id: string }[]): boolean => new Set(list.map((x) => x.id)).size === list.length;

/** A class of raters (leaders, middle managers, delegates) and what it weighs against the others. */
const RaterClass = z.strictObject({ id: Id, zh: z.string().max(40), en: z.string().max(80), weight: z.int().min(1).max(1_000) });
/** What follows when the grades named reach a share of the marks: 不称职 over a third → a talk. */
const Consequence = z.strictObject({ id: Id, grades: z.array(Id).min(1).max(10), share: Share, zh: z.string().max(200), en: z.string().max(300) });

/**
 * By what a ballot is counted: kept with the ballot when it is announced, printed on its board. The numbers come from the rulebook;
 * `basis` says in both languages where they stand.
 */
export const CountRule = z.strictObject({
  /** a motion passes, somebody is elected */
  majority: Majority,
  /** present of entitled, without which nothing is decided */
  quorum: Share.optional(),
  /** returned of entitled, without which the vote does not stand (Shanghai: two thirds of a constituency) */
  turnout: Share.optional(),
  /** valid papers of entitled, without which the vote does not stand (an appraisal) */
  validity: Share.optional(),
  /** fewer elected than seats: vote again among those not elected, or leave the seats empty */
  tooFew: z.enum(['runOff', 'fewerSeats']).default('runOff'),
  /** how many more than the open seats stand again */
  runOffSurplus: z.int().min(0).max(50).default(0),
  classes: z.array(RaterClass).max(12).refine(uniqueIds).default([]),
  consequences: z.array(Consequence).max(10).refine(uniqueIds).default([]),
  basis: z.array(z.strictObject({ zh: z.string().max(400), en: z.string().max(600) })).max(20).default([]),
});
export type CountRule = z.output<typeof CountRule>;

/** A rule with what it leaves out filled in; throws when a number is none. */
export const countRule = (given: z.input<typeof CountRule>): CountRule => CountRule.parse(given);

/** What the law asks of an item of the agenda, as data (rules.md §7.2), and the steps an item takes. No clock, no database. */
export const ACTS = ['REPORT', 'DELIBERATE', 'ADOPT', 'DECIDE', 'ELECT', 'APPRAISE', 'SUPERVISE'] as const;
export type Act = (typeof ACTS)[number];
export const LEVELS = ['none', 'open', 'detached', 'blind'] as const;
export type ItemLevel = (typeof LEVELS)[number];
export const ITEM_STATES = ['listed', 'presented', 'voting', 'counting', 'passed', 'failed', 'noted', 'withdrawn'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
export const SORTS = ['regular', 'extraordinary', 'joint'] as const;
export const MODES = ['site', 'online', 'mixed'] as const;
export const CALLERS = ['yearly', 'employer', 'union', 'delegates'] as const;
export const SESSION_STATES = ['preparing', 'confirmed', 'noticed', 'discussing', 'open', 'sitting', 'adjourned', 'closed', 'published', 'reported', 'calledOff'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** Each matter with the act that it needs; `other` needs none. */
export const MATTERS = {
  plan: 'REPORT', operation: 'REPORT', reform: 'DELIBERATE', workRules: 'DELIBERATE', wages: 'DELIBERATE', safety: 'DELIBERATE', training: 'DELIBERATE',
  collectiveContract: 'ADOPT', specialContract: 'ADOPT', welfareFund: 'ADOPT', insuranceRates: 'ADOPT', modelWorkers: 'ADOPT', staffCuts: 'ADOPT', ratification: 'ADOPT',
  workerDirectors: 'ELECT', negotiators: 'ELECT', standingGroups: 'ELECT', leaders: 'APPRAISE',
  proposals: 'SUPERVISE', execution: 'SUPERVISE', contractPerformance: 'SUPERVISE', insurancePayment: 'SUPERVISE', trainingFund: 'SUPERVISE', procedure: 'DECIDE', other: 'REPORT',
} as const satisfies Record<string, Act>;
export type Matter = keyof typeof MATTERS;
export const MATTER_NAMES = Object.keys(MATTERS) as [Matter, ...Matter[]];

const STRICT: Readonly<Partial<Record<Act, number>>> = { REPORT: 0, SUPERVISE: 0, DELIBERATE: 1, DECIDE: 2, ADOPT: 3 };

/** Whether an act is what a matter needs, or stricter. Elections and appraisals are what they are. */
export function actFits(matter: Matter, act: Act): boolean {
  const [needed, given] = [STRICT[MATTERS[matter]], STRICT[act]];
  if (matter === 'other') return act !== 'APPRAISE';
  return needed === undefined || given === undefined ? MATTERS[matter] === act : given >= needed;
}

/** Acts that end in a vote here. An appraisal of leaders is a ballot of its own. */
export const isVoted = (act: Act): boolean => act === 'ADOPT' || act === 'DECIDE' || act === 'ELECT';

/**
 * Whether a vote has to be secret. `scope` as in the rulebook (congress.secret.scope): 1 elections and major matters, 2 every adoption, 3 all votes and
 * elections. A matter to be adopted is a major one, so adoption and election are secret everywhere (rules.md §7.1, §7.3).
 */
export const mustBeSecret = (act: Act, scope: number): boolean => act === 'ADOPT' || act === 'ELECT' || (act === 'DECIDE' && scope >= 3);

/** Whether this level of a vote may stand: none where nothing is voted, open only where the rule lets it. */
export const levelFits = (act: Act, level: ItemLevel, scope: number): boolean => (isVoted(act) ? level !== 'none' && (level !== 'open' || !mustBeSecret(act, scope)) : level === 'none');

/** What a joint meeting between sessions may not decide: it belongs to the congress alone. */
export const needsCongress = (act: Act): boolean => act === 'ADOPT' || act === 'ELECT' || act === 'APPRAISE';

/** From where an item may go on; each step is taken once, under a lock of the session. */
export const ITEM_STEPS = {
  present: { from: ['listed'], to: 'presented' },
  openVote: { from: ['presented'], to: 'voting' },
  closeVote: { from: ['voting'], to: 'counting' },
  note: { from: ['presented'], to: 'noted' },
  withdraw: { from: ['listed', 'presented', 'voting'], to: 'withdrawn' },
} as const satisfies Record<string, { readonly from: readonly ItemState[]; readonly to: ItemState }>;

/** A secret vote of fewer would tell who voted how. */
export const LEAST_SECRET = 5;
/** How long somebody speaks unless told, and how many may wait. */
export const SPEAK = { minutes: 5, waiting: 100 } as const;
/** The online door opens so many minutes before the hour that was announced. */
export const EARLY_MINUTES = 120;

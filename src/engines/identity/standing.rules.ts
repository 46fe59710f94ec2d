import { addMinutes, DEMO_SESSIONS, type Lifetime, type Numbers, SEEN_STEP, type SessionLimits } from './limits.rules.ts';
import type { Method } from './session.sql.ts';

/** What is still asked of a signed-in person; see `GET /me`. */
export type Need = 'consent' | 'totp' | 'password' | 'again';

/** The facts about a session from which its standing follows. */
export type SessionFacts = {
  readonly app: 'member' | 'console' | 'api';
  readonly method: Method;
  readonly secondFactor: boolean;
  readonly begunAt: Date;
  readonly seenAt: Date;
  readonly offices: readonly string[];
  /** null when no password was set */
  readonly passwordSetAt: Date | null;
  readonly mustChangePassword: boolean;
};

export type OfficeRules = {
  readonly mode: 'demo' | 'live';
  /** offices that need an authenticator in live mode: administrators and finance (等保 two factors) */
  readonly secondFactorOffices: readonly string[];
  readonly administratorOffices: readonly string[];
};

export type StandingRules = OfficeRules & { readonly sessions: SessionLimits; readonly passwordDays: number };

/** The rules that hold for a federation with these numbers. */
export const standingRules = (rules: OfficeRules, n: Numbers): StandingRules => ({
  ...rules, sessions: rules.mode === 'live' ? n.sessions : DEMO_SESSIONS, passwordDays: n.password.daysForAdministrators,
});

/** `alive` = the session still counts at all; `offices` = the offices may be used; `needs` = what stands between. */
export type Standing = { readonly alive: boolean; readonly officesAwake: boolean; readonly needs: readonly Need[] };

const over = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

function within(life: Lifetime, s: Pick<SessionFacts, 'begunAt' | 'seenAt'>, seenStep: number, now: Date): boolean {
  return now < addMinutes(s.seenAt, life.idle + seenStep) && now < addMinutes(s.begunAt, life.absolute);
}

/** Whether a session on a phone still counts, whatever offices its owner holds. */
export const workerLives = (rules: StandingRules, s: Pick<SessionFacts, 'begunAt' | 'seenAt'>, now: Date): boolean => within(rules.sessions.worker, s, SEEN_STEP.worker, now);

/**
 * Where a session stands now. A worker's phone stays signed in for weeks; an office on the same session sleeps after its own,
 * shorter limits (`again`), and in the console the session ends with it. Offices that need a second factor or a fresh password
 * stay asleep until that is done.
 */
export function standingOf(s: SessionFacts, rules: StandingRules, now: Date): Standing {
  const held = s.offices.length > 0;
  const step = held && rules.mode === 'live' ? SEEN_STEP.officer : SEEN_STEP.worker;
  if (!workerLives(rules, s, now)) return { alive: false, officesAwake: false, needs: [] };
  if (!held) return { alive: true, officesAwake: false, needs: s.mustChangePassword ? ['password'] : [] };
  const administrator = over(s.offices, rules.administratorOffices);
  const life = administrator ? rules.sessions.administrator : rules.sessions.officer;
  const awake = within(life, s, step, now);
  if (!awake && s.app === 'console') return { alive: false, officesAwake: false, needs: [] };
  const needs: Need[] = awake ? [] : ['again'];
  if (rules.mode === 'live') {
    if (over(s.offices, rules.secondFactorOffices) && !s.secondFactor) needs.push('totp');
    if (s.method === 'password' && administrator && s.passwordSetAt && now >= addMinutes(s.passwordSetAt, rules.passwordDays * 24 * 60)) needs.push('password');
  }
  if (s.mustChangePassword && !needs.includes('password')) needs.push('password');
  return { alive: true, officesAwake: needs.length === 0, needs };
}

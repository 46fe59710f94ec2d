import type { Database } from '#platform/db';
import type { Vendor } from './adapters/vendor.ts';
import { remembered, type WordsOf } from './grants.ts';
import type { OfficeRules } from './standing.rules.ts';

/** A one-time code on its way to a phone. Whoever sends it must not write it to any log. */
export type CodeMessage = {
  readonly federationId: string;
  readonly personId: string;
  /** as org keeps it, e.g. 13812341234 */
  readonly phone: string;
  readonly code: string;
  /** the whole text of the short message */
  readonly text: string;
  readonly at: Date;
};

/** What main tells the engine once at start. */
export type IdentitySettings = {
  readonly db: Database;
  readonly mode: 'demo' | 'live';
  readonly sendCode: (message: CodeMessage) => Promise<void>;
  readonly wordsOf: WordsOf;
  /** offices that need an authenticator in live mode */
  readonly secondFactorOffices?: readonly string[];
  readonly administratorOffices?: readonly string[];
  /** whose accounts open the door besides codes and passwords; none unless told */
  readonly vendors?: readonly Vendor[];
  /** how people reach the installation, without a slash at the end: where vendors send them back to */
  readonly publicUrl?: string;
};

type House = IdentitySettings & { readonly vendors: readonly Vendor[]; readonly publicUrl: string; readonly rules: OfficeRules };

let house: House | null = null;

/** Told once at start by main (and by tests), after the permissions of all parts are known. */
export function useIdentity(s: IdentitySettings): void {
  house = {
    ...s,
    vendors: s.vendors ?? [],
    publicUrl: s.publicUrl ?? '',
    wordsOf: remembered(s.wordsOf),
    rules: {
      mode: s.mode,
      secondFactorOffices: s.secondFactorOffices ?? ['platformAdmin', 'accountant', 'cashier'],
      administratorOffices: s.administratorOffices ?? ['platformAdmin'],
    },
  };
}

/** What was told at start. */
export function here(): House {
  if (house === null) throw new Error('identity was not set up: call useIdentity at start');
  return house;
}

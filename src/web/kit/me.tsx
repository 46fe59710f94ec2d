import { createContext, type ReactNode, useContext } from 'react';
import type { Locale } from '#shared/words';

/** Who is signed in, as `GET /api/v1/me` answers; both apps start with it. */
export type Me = {
  readonly person: { readonly id: string; readonly name: string };
  readonly union: { readonly id: string; readonly name: string; readonly code: string } | null;
  readonly membership: { readonly state: 'active' | 'reserved'; readonly cardNumber: string | null } | null;
  readonly unread: number;
  /** permission words held anywhere */
  readonly grants: readonly string[];
  /** the roots of the subtrees in which an office is held */
  readonly scopes: readonly { readonly unionId: string; readonly name: string }[];
  readonly offices: readonly { readonly kind: string; readonly unionId: string; readonly unionName: string }[];
  readonly mode: 'demo' | 'live';
  readonly locale: Locale;
  readonly largeType: boolean;
  /** what is still asked of the person before anything else */
  readonly needs: readonly ('consent' | 'totp' | 'password')[];
  readonly safety: { readonly password: boolean; readonly totp: boolean; readonly recoveryCodesLeft: number; readonly phone: string | null };
};

const Who = createContext<Me | null>(null);

export const WhoIsIn = ({ me, children }: { me: Me | null; children: ReactNode }) => <Who.Provider value={me}>{children}</Who.Provider>;

/** The signed-in person, or null on public pages. */
export const useMaybeMe = (): Me | null => useContext(Who);

/** The signed-in person. Only for screens that are not public. */
export function useMe(): Me {
  const me = useContext(Who);
  if (!me) throw new Error('this screen needs a signed-in person');
  return me;
}

/** Whether the person holds one of the permission words anywhere; to hide menu entries, not to decide: the server decides. */
export const holds = (me: Me | null, can: string | readonly string[]): boolean =>
  (typeof can === 'string' ? [can] : can).some((word) => word === 'person' || (me?.grants.includes(word) ?? false));

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
  readonly textSize: 'usual' | 'large' | 'larger' | 'largest';
  /** what is still asked of the person; `totp`, `password` and `again` (signing in anew after a pause) come before anything else */
  readonly needs: readonly ('consent' | 'totp' | 'password' | 'again')[];
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

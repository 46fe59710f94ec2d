import type { Grant } from '#shared/call';

/** Permission word → offices that hold it unless a federation says otherwise; `member` = active members, `person` = anyone signed in. */
export type PermissionTable = Readonly<Record<string, readonly string[]>>;

type OfficeHeld = { readonly office: string; readonly unionId: string; readonly path: string };
type Override = { readonly office: string; readonly permission: string; readonly allowed: boolean };

/** Who gets grants: offices that are awake, the active membership, the person. */
export type Holder = {
  readonly federationId: string;
  readonly offices: readonly OfficeHeld[];
  readonly member: { readonly unionId: string; readonly path: string } | null;
};

/** A path below which nothing lies: for people without a union. */
const NOWHERE = '/-/';

/** Turns the permissions of all parts into a function from what a person holds to grants. */
export function grantBook(permissions: PermissionTable): (h: Holder, overrides: readonly Override[]) => Grant[] {
  const byOffice = new Map<string, string[]>();
  for (const [permission, offices] of Object.entries(permissions)) {
    for (const office of offices) byOffice.set(office, [...(byOffice.get(office) ?? []), permission]);
  }
  const wordsOf = (office: string, overrides: readonly Override[]): string[] => {
    const own = overrides.filter((o) => o.office === office && permissions[o.permission] !== undefined);
    const usual = byOffice.get(office) ?? [];
    if (own.length === 0) return usual;
    const denied = new Set(own.filter((o) => !o.allowed).map((o) => o.permission));
    return [...new Set([...usual, ...own.filter((o) => o.allowed).map((o) => o.permission)])].filter((p) => !denied.has(p));
  };
  return (h, overrides) => {
    const place = h.member ?? { unionId: h.federationId, path: NOWHERE };
    const seats = [
      ...h.offices,
      ...(h.member ? [{ office: 'member', ...h.member }] : []),
      { office: 'person', ...place },
    ];
    return seats.flatMap((s) => wordsOf(s.office, overrides).map((permission) => ({ permission, unionId: s.unionId, path: s.path })));
  };
}

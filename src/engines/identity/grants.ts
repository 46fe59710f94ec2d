import type { Grant } from '#shared/call';

export type OfficeHeld = { readonly office: string; readonly unionId: string; readonly path: string };
export type Decided = { readonly office: string; readonly permission: string; readonly allowed: boolean };

/** The permission words of an office (or of `member` and `person`) after the federation's own decisions: org's `permissionsOf`. */
export type WordsOf = (office: string, decided: readonly Decided[]) => string[];

/** Who gets grants: offices that are awake, the active membership, the person. */
export type Holder = {
  readonly federationId: string;
  readonly offices: readonly OfficeHeld[];
  readonly member: { readonly unionId: string; readonly path: string } | null;
};

/** A path below which nothing lies: for people without a union. */
const NOWHERE = '/-/';

/** Everything a person may do, word by word, each with the subtree it reaches. */
export function grantsOf(h: Holder, decided: readonly Decided[], wordsOf: WordsOf): Grant[] {
  const member = h.member ? [{ office: 'member', ...h.member }] : [];
  const person = { office: 'person', ...(h.member ?? { unionId: h.federationId, path: NOWHERE }) };
  return [...h.offices, ...member, person].flatMap((s) =>
    wordsOf(s.office, decided).map((permission) => ({ permission, unionId: s.unionId, path: s.path })),
  );
}

const NOTHING: readonly Decided[] = [];

/** Remembers the words of each office for federations that decided nothing of their own; the parts' defaults never change while running. */
export function remembered(wordsOf: WordsOf): WordsOf {
  const usual = new Map<string, string[]>();
  return (office, decided) => {
    if (decided.length > 0) return wordsOf(office, decided);
    const known = usual.get(office) ?? wordsOf(office, NOTHING);
    usual.set(office, known);
    return known;
  };
}

import type { Word } from '#shared/words';

/** How coded fields of a person (ethnicity, education …) are said and read; the part that keeps the lists of codes tells it. */
export type PersonCodes = {
  /** the word of a code; nothing when the field is not coded or the code unknown */
  readonly word: (field: string, code: string) => Word | undefined;
  /** the code of a typed text; nothing when it is none */
  readonly read: (field: string, text: string) => string | undefined;
};

let codes: PersonCodes = { word: () => undefined, read: (_field, text) => text };

/** Told once at start. Until then texts stand as they are. */
export function tellPersonCodes(told: PersonCodes): void {
  codes = told;
}

export const personCodes = (): PersonCodes => codes;

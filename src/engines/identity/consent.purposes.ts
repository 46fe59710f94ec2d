import { createHash } from 'node:crypto';
import type { Word } from '#shared/words';
import { words } from './consent.words.ts';

/** A purpose a person is asked about, with the text that holds now. */
export type PurposeText = {
  readonly version: number;
  /** the oldest version whose consent still counts; raised together with `version` when the purpose itself changed */
  readonly oldestValid: number;
  /** the kinds of data it covers */
  readonly fields: readonly string[];
  readonly title: Word;
  readonly text: Word;
};

const first = { version: 1, oldestValid: 1 } as const;

/** All purposes. `notice` is the privacy notice, which is read rather than agreed to. */
export const PURPOSES = {
  notice: { ...first, fields: [], title: words.noticeTitle, text: words.noticeText },
  identity: { ...first, fields: ['idPhoto'], title: words.identityTitle, text: words.identityText },
  health: { ...first, fields: ['diagnosis', 'hospitalStay', 'disability'], title: words.healthTitle, text: words.healthText },
  bankAccount: { ...first, fields: ['bankCard', 'bankName'], title: words.bankAccountTitle, text: words.bankAccountText },
  hardship: { ...first, fields: ['income', 'housing', 'expenses'], title: words.hardshipTitle, text: words.hardshipText },
  portrait: { ...first, fields: ['photo'], title: words.portraitTitle, text: words.portraitText },
  location: { ...first, fields: ['place', 'steps'], title: words.locationTitle, text: words.locationText },
  children: { ...first, fields: ['childName', 'childAge', 'childHealth', 'collector'], title: words.childrenTitle, text: words.childrenText },
  publication: { ...first, fields: ['name', 'unit', 'deeds'], title: words.publicationTitle, text: words.publicationText },
  sharing: { ...first, fields: ['name', 'phone', 'membership'], title: words.sharingTitle, text: words.sharingText },
} as const satisfies Readonly<Record<string, PurposeText>>;

export type Purpose = keyof typeof PURPOSES;

/** The privacy notice in its sections. Its version is that of the purpose `notice`. */
export const NOTICE: readonly { readonly heading: Word; readonly text: Word }[] = [
  { heading: words.whoHeading, text: words.whoText },
  { heading: words.whatHeading, text: words.whatText },
  { heading: words.anonymousHeading, text: words.anonymousText },
  { heading: words.howLongHeading, text: words.howLongText },
  { heading: words.whereHeading, text: words.whereText },
  { heading: words.rightsHeading, text: words.rightsText },
];

/** SHA-256 of the words shown, both languages: what a consent refers to whatever the files say later. */
export function textHash(purpose: Purpose): Buffer {
  const { title, text } = PURPOSES[purpose];
  const shown = purpose === 'notice' ? [title, text, ...NOTICE.flatMap((s) => [s.heading, s.text])] : [title, text];
  return createHash('sha256').update(shown.flatMap((w) => [w.zh, w.en]).join('\n')).digest();
}

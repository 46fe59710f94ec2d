/** Working hours as a person types them, `09:00-12:00 13:30-18:00`, and as the rulebook keeps them. */
export const toText = (value: unknown): string =>
  Array.isArray(value) ? value.map((span) => (span as readonly string[]).join('-')).join(' ') : '';

/** The spans of a text; full-width signs and long dashes are forgiven. What cannot be read stays as it is and is refused by the server. */
export const fromText = (text: string): readonly (readonly string[])[] =>
  text.normalize('NFKC').trim().split(/[\s,;、]+/).filter((part) => part !== '')
    .map((part) => part.split(/[-–—~]/).map((clock) => (/^\d:\d\d$/.test(clock) ? `0${clock}` : clock)));

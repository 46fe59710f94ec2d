import type { z } from 'zod';
import { type FieldRefusal, Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import { words } from './http.words.ts';

/** The body of every refusal that leaves the server. */
export type RefusalBody = {
  error: { code: string; sentence: string; fields?: { path: string; sentence: string }[]; data?: unknown };
};

/** A refusal as the client reads it, in the client's language. */
export function refusalBody(refused: Refused, locale: Locale): RefusalBody {
  const fields = refused.fields.map((f) => ({ path: f.path, sentence: say(f.why, locale, f.slots) }));
  return {
    error: {
      code: refused.code,
      sentence: say(refused.word, locale, refused.slots),
      ...(fields.length > 0 ? { fields } : {}),
      ...(refused.data === undefined ? {} : { data: refused.data }),
    },
  };
}

type Issue = z.core.$ZodIssue;

function tooSmall(issue: Issue & { code: 'too_small' }): [Word, number] {
  const n = Number(issue.minimum);
  if (issue.origin === 'string') return n <= 1 ? [words.fieldMissing, n] : [words.fieldTooShort, n];
  if (issue.origin === 'array' || issue.origin === 'set') return [words.fieldTooFew, n];
  return [words.fieldTooSmall, n];
}

function tooBig(issue: Issue & { code: 'too_big' }): [Word, number] {
  const n = Number(issue.maximum);
  if (issue.origin === 'string') return [words.fieldTooLong, n];
  if (issue.origin === 'array' || issue.origin === 'set') return [words.fieldTooMany, n];
  return [words.fieldTooBig, n];
}

function fieldRefusal(issue: Issue): FieldRefusal {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'too_small') {
    const [why, n] = tooSmall(issue);
    return { path, why, slots: { n } };
  }
  if (issue.code === 'too_big') {
    const [why, n] = tooBig(issue);
    return { path, why, slots: { n } };
  }
  if (issue.code === 'invalid_value') return { path, why: words.fieldNotOneOf };
  const missing = issue.code === 'invalid_type' && /received undefined|undefined$/.test(issue.message ?? '');
  return { path, why: missing ? words.fieldMissing : words.fieldWrong };
}

/** Zod's findings as one refusal with a sentence at each field; at most 50 fields are named. */
export function shapeRefusal(error: z.core.$ZodError): Refused {
  return new Refused(words.checkInput, { status: 400, fields: error.issues.slice(0, 50).map(fieldRefusal) });
}

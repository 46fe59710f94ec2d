import type { Slots, Word } from '#shared/words';
import { z } from 'zod';
import { words } from './config.words.ts';

/** One setting: its shape, and in words what it must be. */
export type Setting = { readonly schema: z.ZodType; readonly expected: Word; readonly slots?: Slots };

export const setting = <S extends z.ZodType>(schema: S, expected: Word, slots?: Slots): { schema: S; expected: Word; slots?: Slots } => ({
  schema,
  expected,
  ...(slots ? { slots } : {}),
});
export const choice = <const C extends readonly [string, ...string[]]>(choices: C, usual: C[number]) =>
  setting(z.enum(choices).default(usual as never), words.choice, { choices: choices.join(', ') });
export const line = z.string().max(1_000).regex(/^[^\r\n]*$/);
export const web = z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, ''));

/** The output of every setting of a table of them. */
export type Values<T extends Readonly<Record<string, Setting>>> = { [N in keyof T]: z.output<T[N]['schema']> };

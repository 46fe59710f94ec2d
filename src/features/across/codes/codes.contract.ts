import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words as w } from './codes.words.ts';

export const CodeList = z.object({ list: z.string(), title: z.string(), standard: z.string().nullable(), values: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })) });

export const api = {
  codes: endpoint({ method: 'GET', path: '/api/v1/codes', can: 'anyone', about: w.aboutCodes, in: z.object({ list: z.string().max(80).optional() }), out: z.object({ items: z.array(CodeList) }) }),
};

import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words as w } from './offers.words.ts';

const id = z.uuid();

/** A claim as its owner reads it. `no`: the order in which the offer was asked. */
export const ClaimOut = z.object({
  id, offerId: id, state: z.string(), no: z.int(), rank: z.int().nullable(), places: z.int(), unitId: id.nullable(), at: z.string(), dueAt: z.string().nullable(),
  /** what the QR says and what is typed; null while nothing is theirs yet */
  code: z.string().nullable(), shortCode: z.string().nullable(),
});

export const api = {
  claim: endpoint({
    method: 'POST', path: '/api/v1/offers/:offerId/claims', can: 'session', about: w.aboutClaim, keyed: true,
    unaudited: 'the claim itself is the record: its order, time and owner are published; thousands of them are written in one statement',
    in: z.object({ offerId: id, places: z.int().min(1).max(100).default(1), unitId: id.optional() }),
    out: ClaimOut,
  }),
};

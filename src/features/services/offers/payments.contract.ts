import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { words as w } from './offers.words.ts';

const account = z.uuid();
const number = z.string().regex(/^C[0-9a-f]{32}$/);
/** fen as decimal text */
const amount = z.string().regex(/^[1-9]\d{0,11}$/);
const sign = z.string().regex(/^[0-9a-f]{64}$/);
const wrote = 'the engine writes the line of a payment; one that was reported before changes nothing';

export const payments = {
  /** what a gate calls when it has received a payment, as often as it likes; see docs/operations/payments.md */
  notice: endpoint({
    method: 'POST', path: '/api/v1/payments/notices', can: 'anyone', about: w.aboutNotice, unaudited: wrote,
    in: z.object({ account, number, amount, paidAt: z.iso.datetime(), sign }), out: z.object({ state: z.enum(['taken', 'again', 'late']) }),
  }),
};

/** The demonstration's own gate: these routes exist in demonstration mode only. */
export const demoPayments = {
  pay: endpoint({ method: 'POST', path: '/api/v1/demo/payments', can: 'person', about: w.aboutDemoPay, unaudited: wrote, in: z.object({ account, number, amount, sign }), out: z.object({ state: z.enum(['taken', 'again', 'late']) }) }),
};

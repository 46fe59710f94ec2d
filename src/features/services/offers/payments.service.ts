import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import type { Config } from '#platform/config';
import { doorWords } from '#platform/http';
import { secrets } from '#platform/secrets';
import { claims } from '#engines/claims';
import { words } from './offers.words.ts';
import type { demoPayments, payments } from './payments.contract.ts';
import { sameSign, signNotice, signOrder } from './signing.service.ts';

type Gate = NonNullable<Config['payment']>;
type Notice = z.output<typeof payments.notice.in>;
type State = z.input<typeof payments.notice.out>;

let gate: Gate | null = null;

/** Sets up online payment by the settings; in the demonstration without them a page of the phone stands in for the gate. */
export function usePayments(config: Pick<Config, 'payment' | 'mode' | 'publicUrl'>): void {
  const own = config.mode === 'demo' ? { url: '/pay', secret: secrets.lookup('payments/demonstration', 'gate').toString('hex') } : null;
  const to = config.payment ?? own;
  gate = to;
  claims.useGate(to && {
    name: 'http',
    begin: ({ account, number, amount, title, until }) => {
      const order = { account, number, amount: String(amount) };
      const query = new URLSearchParams({ ...order, title, ...(until ? { until: until.toISOString() } : {}), back: `${config.publicUrl}/places`, sign: signOrder(to.secret, order) });
      return { url: `${to.url}?${query.toString()}` };
    },
  });
}

function refuseForged(right: string, given: string): void {
  if (!sameSign(right, given)) throw new Refused(words.signWrong, { status: 403 });
}

/**
 * A gate reports a payment. The signature says that it comes from there; reported twice it counts once; too late, or another amount, it
 * stands among the refunds.
 * @throws Refused 403 when the signature is wrong, 404 when nothing has this number
 */
export async function notice(tx: Tx, _: null, d: Notice): Promise<State> {
  if (gate === null) throw new Refused(doorWords.notFound, { status: 404 });
  refuseForged(signNotice(gate.secret, d), d.sign);
  const state = await claims.paid(tx, d.number, BigInt(d.amount));
  if (state === 'unknown') throw new Refused(words.paymentUnknown, { status: 404 });
  return { state };
}

/** The demonstration's gate: takes no money, and reports the payment as a real one would. */
export async function demoPay(tx: Tx, by: Actor, d: z.output<typeof demoPayments.pay.in>): Promise<State> {
  if (gate === null || d.account !== by.federationId) throw new Refused(doorWords.notFound, { status: 404 });
  refuseForged(signOrder(gate.secret, d), d.sign);
  const paid = { ...d, paidAt: tx.now.toISOString() };
  return notice(tx, null, { ...paid, sign: signNotice(gate.secret, paid) });
}

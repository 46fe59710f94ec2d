import { createHmac, timingSafeEqual } from 'node:crypto';

/** What is to be paid: `account` is the federation, `amount` fen as decimal text. */
export type Order = { readonly account: string; readonly number: string; readonly amount: string };

const mac = (secret: string, lines: readonly string[]): string => createHmac('sha256', secret).update(lines.join('\n')).digest('hex');

/** Signature of an order, as it travels to the gate in the address. */
export const signOrder = (secret: string, o: Order): string => mac(secret, ['order', o.account, o.number, o.amount]);

/** Signature of the report that an order was paid. */
export const signNotice = (secret: string, o: Order & { readonly paidAt: string }): string => mac(secret, ['paid', o.account, o.number, o.amount, o.paidAt]);

/** Whether two signatures are the same, in the same time wherever they differ. */
export function sameSign(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

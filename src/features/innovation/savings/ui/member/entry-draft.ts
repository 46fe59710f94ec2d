import { addDays, addMonths, monthEnd, monthStart } from '#shared/dates';
import { readYuan } from '#shared/money';
import type { Attached, Input } from '../../../../../web/kit/index.ts';
import type { api } from '../../savings.contract.ts';
import { type Kind, monthsOf, reckonTyped } from '../../savings.rules.ts';

export type Colleague = { readonly id: string; readonly name: string };
/** What is typed; numbers as they stand in their fields. */
export type Draft = {
  readonly kind: Kind | ''; readonly title: string; readonly post: string; readonly text: string; readonly day: 'today' | 'yesterday' | 'other'; readonly from: string; readonly to: string;
  readonly monthly: boolean; readonly monthFrom: string; readonly monthTo: string; readonly by: 'quantity' | 'amount';
  readonly before: string; readonly after: string; readonly measure: string; readonly price: string; readonly amount: string; readonly reckoned: string;
  readonly colleagues: readonly Colleague[]; readonly files: readonly Attached[];
};
export const EMPTY: Draft = {
  kind: '', title: '', post: '', text: '', day: 'today', from: '', to: '', monthly: false, monthFrom: '', monthTo: '', by: 'quantity',
  before: '', after: '', measure: '', price: '', amount: '', reckoned: '', colleagues: [], files: [],
};

/** The last thirteen months, latest first, as `2026-11`. */
export const lastMonths = (today: string): string[] => Array.from({ length: 13 }, (_, i) => addMonths(monthStart(today), -i).slice(0, 7));

/** First and last day in which it was made. */
export function timeOf(d: Draft, today: string): { madeFrom: string; madeTo: string } {
  if (d.monthly) {
    const from = d.monthFrom || today.slice(0, 7);
    return { madeFrom: `${from}-01`, madeTo: monthEnd(`${d.monthTo || from}-01`) };
  }
  if (d.day === 'today') return { madeFrom: today, madeTo: today };
  const yesterday = addDays(today, -1);
  return d.day === 'yesterday' ? { madeFrom: yesterday, madeTo: yesterday } : { madeFrom: d.from || today, madeTo: d.to || d.from || today };
}

const typedAmount = (text: string): bigint | null => {
  const read = readYuan(text);
  return read.ok && read.fen > 0n ? read.fen : null;
};

/** The amount while it is typed: of one month or once, and over all months. */
export function amountNow(d: Draft, today = ''): { each: bigint; months: number; total: bigint } | null {
  const each = d.by === 'quantity' ? reckonTyped(d.before, d.after, d.price) : typedAmount(d.amount);
  if (each === null) return null;
  const time = d.monthly && (today || d.monthFrom) ? timeOf(d, today || `${d.monthFrom}-01`) : null;
  const months = time ? Math.max(1, monthsOf(true, time.madeFrom, time.madeTo)) : 1;
  return { each, months, total: each * BigInt(months) };
}

/** What is sent. What cannot be read as a number is left out, and the server says which field it misses. */
export function inputOf(d: Draft, today: string): Input<typeof api.enter> {
  const fen = typedAmount(d.amount);
  const amount = d.by === 'amount' ? { ...(fen === null ? {} : { amountFen: Number(fen) }), reckoned: d.reckoned }
    : { ...(d.before ? { before: d.before } : {}), ...(d.after ? { after: d.after } : {}), ...(d.price ? { price: d.price } : {}), measure: d.measure };
  return { kind: d.kind as Kind, title: d.title, post: d.post, text: d.text, monthly: d.monthly, ...timeOf(d, today), ...amount, colleagues: d.colleagues.map((c) => c.id), files: d.files.map((f) => f.id) };
}

import { jobs } from '#platform/jobs';
import type { Database } from '#platform/db';
import type { Tx } from '#shared/call';
import { addDays, legalDateOf } from '#shared/dates';
import { ledger } from '#engines/ledger';
import { notify } from '#engines/notify';
import { listTenants } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import * as a from './accounts.sql.ts';
import { accountsFor, bookOf, findBook, postAll, summary } from './book.service.ts';
import { creditDue } from './credit.service.ts';
import { listSchemesOf, listUneven, type Scheme } from './credits.sql.ts';
import { olderThan, pointsText } from './points.rules.ts';
import { words } from './points.words.ts';
import { takeToRemind } from './reservations.sql.ts';
import { expireOver } from './rounds.service.ts';
import { isExchanging, listOver } from './rounds.sql.ts';
import { yearOf } from './wallet.service.ts';

const FIRST = '00000000-0000-0000-0000-000000000000';
const PAGE = 500;
const REMIND_DAYS = 3;

/** Credits what is due and was not credited, in all tenants, a page in each transaction: after an import, or should a step have missed it. */
export async function creditAll(database: Database, now: Date): Promise<number> {
  let posted = 0;
  for (const id of await database.read(null, now, listTenants)) {
    for (let after: string | undefined = FIRST; after !== undefined; ) {
      const from: string = after;
      after = await database.transaction(id, now, async (tx) => {
        const page = await listUneven(tx, from, PAGE);
        const { credited, reversed } = await creditDue(tx, page);
        posted += credited + reversed;
        return page.length < PAGE ? undefined : page.at(-1);
      }, { retry: true, statementTimeout: 120_000 });
    }
  }
  return posted;
}

/** Points too old by the rulebook leave the wallets of one page of people. Nobody loses points while a round is on. @returns the last person looked at */
async function expirePage(tx: Tx, scheme: Scheme, after: string): Promise<string | undefined> {
  const { values } = await rulebook.look(tx, { unionId: scheme.unionId }, ['suggestions.points.keepYears']);
  const keepFrom = yearOf(tx.now) - values['suggestions.points.keepYears'];
  const page = await a.listFilled(tx, scheme.unionId, after, PAGE);
  if (page.length === 0) return undefined;
  const book = await bookOf(tx, scheme);
  const accounts = await accountsFor(tx, book, page.map((p) => p.personId));
  const nos = [...accounts.values()].map((x) => x.walletNo);
  const free = await ledger.available(tx, book.id, nos);
  const balances = new Map((await ledger.balances(tx, book.id, { accounts: nos })).map((b) => [b.no, Number(b.balance)]));
  const earned = Map.groupBy(await a.sumEarned(tx, book.id, nos), (e) => e.no);
  const today = legalDateOf(tx.now);
  const due = [...accounts.values()].flatMap((x) => {
    const old = olderThan(balances.get(x.walletNo) ?? 0, new Map((earned.get(x.walletNo) ?? []).map((e) => [e.year, e.amount])), keepFrom);
    const amount = Math.min(old, Number(free.get(x.walletNo) ?? 0n));
    return amount > 0 ? [{ ...x, amount }] : [];
  });
  // The day is part of the key, and a day's rest is settled the next day: asked twice it is one journal.
  const posted = await a.listExpiredOn(tx, book.id, today, due.map((x) => x.walletNo));
  const fresh = due.filter((x) => !posted.has(x.walletNo));
  await postAll(tx, { madeBy: null }, fresh.map((x) => ({
    bookId: book.id, key: `points/expired/${today}/${x.personId}`, on: today, summary: summary(words.summaryExpired, { year: keepFrom }), document: { kind: 'pointExpiry', id: x.personId }, moves: [{ from: x.walletNo, to: book.expired, amount: BigInt(x.amount) }],
  })));
  for (const x of fresh) {
    await notify.tell(tx, { key: `points/expired/${today}/${x.personId}`, kind: 'points.expired', word: words.tellExpired, body: words.tellExpiredBody, slots: { n: pointsText(x.amount), year: keepFrom }, link: '/points', unionId: scheme.unionId, to: [x.personId] });
  }
  return page.length < PAGE ? undefined : page.at(-1)?.personId;
}

/** Lets old points expire, in all schemes of all tenants. */
export async function expirePoints(database: Database, now: Date): Promise<void> {
  for (const id of await database.read(null, now, listTenants)) {
    for (const scheme of await database.read(id, now, listSchemesOf)) {
      const skip = await database.read(id, now, async (tx) => (await findBook(tx, scheme.unionId)) === null || (await isExchanging(tx, scheme.unionId)));
      for (let after: string | undefined = skip ? undefined : FIRST; after !== undefined; ) {
        const from: string = after;
        after = await database.transaction(id, now, (tx) => expirePage(tx, scheme, from), { retry: true });
      }
    }
  }
}

/** Takes back what was not collected in time. @returns how many reservations */
export async function expireReservations(database: Database, now: Date): Promise<number> {
  let n = 0;
  for (const id of await database.read(null, now, listTenants)) {
    for (const round of await database.read(id, now, (tx) => listOver(tx, legalDateOf(tx.now)))) {
      n += await database.transaction(id, now, (tx) => expireOver(tx, round), { retry: true });
    }
  }
  return n;
}

/** Reminds everybody once whose prize goes back within three days. */
export async function remindAll(database: Database, now: Date): Promise<void> {
  for (const id of await database.read(null, now, listTenants)) {
    await database.transaction(id, now, async (tx) => {
      const today = legalDateOf(tx.now);
      for (const v of await takeToRemind(tx, today, addDays(today, REMIND_DAYS))) {
        await notify.tell(tx, { key: `points/remind/${v.id}`, kind: 'points.remind', word: words.tellRemind, body: words.tellRemindBody, slots: { prize: v.prize, date: v.collectTo, place: v.place }, link: '/points/reservations', to: [v.personId] });
      }
    });
  }
}

/** Declares the daily work; once per process. */
export function declareWork(): void {
  jobs.define('points.credit', { every: '40 2 * * *', minutes: 60, run: ({ database, now }) => creditAll(database, now) });
  jobs.define('points.expire', { every: '10 3 * * *', minutes: 60, run: ({ database, now }) => expirePoints(database, now) });
  jobs.define('points.expireReservations', { every: '5 * * * *', minutes: 30, run: ({ database, now }) => expireReservations(database, now) });
  jobs.define('points.remind', { every: '10 9 * * *', minutes: 30, run: ({ database, now }) => remindAll(database, now) });
}

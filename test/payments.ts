import { ledger } from '#engines/ledger';
import { notify } from '#engines/notify';
import { admitMany, contactsOf, draftMembership, draftUnion, foundFederation, foundUnions, newPerson, savePeople } from '#engines/org';
import { type LineWanted, payments, type Purpose } from '#engines/payments';
import type { Database } from '#platform/db';
import type { Actor, Tx } from '#shared/call';
import { newId } from '#shared/ids';

/** What the stories pay for; its document is a thing nobody keeps. */
export const PURPOSE: Purpose = { name: 'story.reward', title: { code: 'story.reward', zh: '合理化建议奖金', en: 'Suggestion rewards' }, expense: { code: '501', name: { code: 'story.501', zh: '职工活动支出', en: 'Activities' } } };
payments.usePurpose(PURPOSE);

const NOW = '2026-11-21T08:00:00Z';
const WORDS = ['read', 'prepare', 'approve', 'pay'].map((w) => `paymentLists.${w}`);

/** A union with people to pay, and the three who pay them. */
export type PaymentStory = {
  readonly federationId: string;
  readonly unionId: string;
  readonly people: readonly string[];
  readonly accountant: Actor;
  readonly chair: Actor;
  readonly cashier: Actor;
  within<R>(run: (tx: Tx) => Promise<R>, at?: string): Promise<R>;
  /** a line for the n-th person; its key is `what` and the person */
  line(n: number, amountFen: bigint, what?: string): LineWanted;
  /** a list drafted by the accountant; its id */
  drafted(lines: readonly LineWanted[]): Promise<string>;
  /** takes a drafted list to a state */
  bring(id: string, to: 'submitted' | 'approved' | 'filed' | 'settled', failed?: readonly { personId: string; why: string }[]): Promise<void>;
  /** balances of expense, payable and bank, each on its own side */
  balances(): Promise<readonly [expense: bigint, payable: bigint, bank: bigint]>;
};

/** Somebody of a union with these permission words over it. */
export const actorWith = (federationId: string, union: { id: string; path: string }, personId: string, words: readonly string[] = WORDS): Actor => ({
  federationId, personId, sessionId: newId(), name: '王会计', locale: 'zh', membership: { unionId: union.id, path: union.path, state: 'active' },
  grants: words.map((permission) => ({ permission, unionId: union.id, path: union.path })),
});

async function balancesOf(tx: Tx, unionId: string): Promise<readonly [bigint, bigint, bigint]> {
  const book = await ledger.findBook(tx, unionId, 'payments');
  if (!book) return [0n, 0n, 0n];
  const no = await ledger.accountNumbers(tx, book.id, ['501', '215', '102']);
  const found = new Map((await ledger.balances(tx, book.id)).map((b) => [b.no, b.balance]));
  const of = (code: string): bigint => found.get(no.get(code) ?? 0) ?? 0n;
  return [of('501'), of('215'), of('102')];
}

/** Opens a federation with one enterprise union and its people. */
export async function paymentStory(database: Database, people = 5): Promise<PaymentStory> {
  notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'demo' });
  const federationId = newId();
  const within = <R>(run: (tx: Tx) => Promise<R>, at = NOW): Promise<R> => database.transaction(federationId, new Date(at), run, { statementTimeout: 120_000 });
  const ids = Array.from({ length: people + 3 }, () => newId());
  const union = await within(async (tx) => {
    const top = await foundFederation(tx, { name: '市总工会', code: `P${federationId.slice(-8)}` });
    const own = draftUnion({ name: '红旗厂工会', code: `P${federationId.slice(-8)}-1`, kind: 'enterprise', parentId: federationId }, top);
    await foundUnions(tx, [own]);
    for (let at = 0; at < ids.length; at += 1_000) {
      const some = ids.slice(at, at + 1_000);
      await savePeople(tx, some.map((id, i) => ({ ...newPerson(`职工${at + i}`), id, staffNumber: `HQ${String(at + i).padStart(5, '0')}` })));
      await admitMany(tx, some.map((id) => draftMembership(tx, { personId: id, unionId: own.id, origin: 'demo', beganOn: '2024-01-01' })));
    }
    return own;
  });
  const [accountant, chair, cashier] = [0, 1, 2].map((n) => actorWith(federationId, union, ids[people + n] ?? '')) as [Actor, Actor, Actor];
  const own = ids.slice(0, people);
  const bring: PaymentStory['bring'] = async (id, to, failed = []) => {
    await within((tx) => payments.submit(tx, accountant, { id }));
    if (to !== 'submitted') await within((tx) => payments.approve(tx, chair, { id }));
    if (to === 'filed' || to === 'settled') await within((tx) => payments.file(tx, cashier, { id }));
    if (to === 'settled') await within((tx) => payments.settle(tx, cashier, { id, failed }));
  };
  return {
    federationId, unionId: union.id, people: own, accountant, chair, cashier, within, bring,
    line: (n, amountFen, what = 'reward') => ({ personId: own[n] ?? '', amountFen, reason: `建议奖 ${what}`, document: { kind: 'suggestion', id: what }, key: `suggestion/${what}/reward/${own[n] ?? ''}` }),
    async drafted(lines) {
      const { id } = await within((tx) => payments.draft(tx, accountant, { unionId: union.id, purpose: PURPOSE.name, period: '2026-11', title: '十一月建议奖', lines }));
      if (id === null) throw new Error('nothing was new');
      return id;
    },
    balances: () => within((tx) => balancesOf(tx, union.id)),
  };
}

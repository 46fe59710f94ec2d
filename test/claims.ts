import { type Answer, claims, type Kind, type OfferWanted, type OwnClaim } from '#engines/claims';
import { ledger } from '#engines/ledger';
import { notify } from '#engines/notify';
import { admitMany, contactsOf, draftMembership, draftUnion, foundFederation, foundUnions, newPerson, savePeople, type Union } from '#engines/org';
import type { Database } from '#platform/db';
import type { Actor, Tx } from '#shared/call';
import { newId } from '#shared/ids';

const word = (zh: string, en: string) => ({ code: 'story.offer', zh, en });
/** What the stories offer. */
export const STORY: Kind = { name: 'story', title: word('月饼', 'Mooncakes'), handed: word('领取', 'Collected'), memberPath: '/places', consolePath: '/offers/:id', keep: 'offers.keep' };
claims.useKind(STORY);

/** When stories happen unless they say otherwise; offers open an hour before and close an hour after. */
export const NOON = new Date('2026-11-21T04:00:00Z');
const hours = (n: number): Date => new Date(NOON.getTime() + n * 3_600_000);

/** A federation with two unions below, the second with one of its own, and members in turn in the three. */
export type ClaimStory = {
  readonly federationId: string;
  readonly unions: readonly [one: Union, other: Union, below: Union];
  readonly people: readonly string[];
  readonly officer: Actor;
  readonly actor: (n: number) => Actor;
  within<R>(run: (tx: Tx) => Promise<R>, at?: Date): Promise<R>;
  /** an open offer; its id */
  offer(wanted?: Partial<OfferWanted>): Promise<string>;
  /** the n-th person asks */
  ask(offerId: string, n: number, o?: { key?: string; places?: number; unitId?: string | null; at?: Date }): Promise<Answer>;
  /** what became of it in a word: the state of the claim, or the reason */
  asked(offerId: string, n: number, o?: { key?: string; places?: number; unitId?: string | null; at?: Date }): Promise<string>;
  claimOf(offerId: string, n: number): Promise<OwnClaim>;
  /** a book with these hundredths of a point in every wallet; what offers need to take them */
  points(each: bigint): Promise<{ bookId: string; wallets: string; sold: string }>;
  balance(bookId: string, n: number): Promise<bigint>;
};

const actorOf = (federationId: string, union: Union, personId: string): Actor => ({ federationId, personId, sessionId: newId(), name: '王师傅', locale: 'zh', membership: { unionId: union.id, path: union.path, state: 'active' }, grants: [] });

async function peopled(tx: Tx, federationId: string, ids: readonly string[]): Promise<readonly [Union, Union, Union]> {
  const top = await foundFederation(tx, { name: '市总工会', code: `C${federationId.slice(-8)}` });
  const [one, other] = ['一', '二'].map((n, i) => draftUnion({ name: `${n}厂工会`, code: `C${federationId.slice(-8)}-${i}`, kind: 'enterprise', parentId: federationId }, top)) as [Union, Union];
  await foundUnions(tx, [one, other]);
  const below = draftUnion({ name: '二厂一车间工会', code: `C${federationId.slice(-8)}-9`, kind: 'branch', parentId: other.id }, other);
  await foundUnions(tx, [below]);
  const unions = [one, other, below] as const;
  for (let from = 0; from < ids.length; from += 1_000) {
    const some = ids.slice(from, from + 1_000);
    await savePeople(tx, some.map((id, i) => ({ ...newPerson(`会员${from + i}`), id, staffNumber: `S${from + i}` })));
    await admitMany(tx, some.map((personId, i) => draftMembership(tx, { personId, unionId: unions[(from + i) % 3]?.id ?? '', origin: 'demo', beganOn: '2025-01-01' })));
  }
  return unions;
}

/** Opens a story with so many people; the n-th is of union n % 3. */
export async function claimStory(database: Database, count = 6): Promise<ClaimStory> {
  notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'demo' });
  claims.use(database);
  const federationId = newId();
  const within = <R>(run: (tx: Tx) => Promise<R>, at = NOON): Promise<R> => database.transaction(federationId, at, run, { statementTimeout: 120_000 });
  const people = Array.from({ length: count + 1 }, () => newId());
  const unions = await within((tx) => peopled(tx, federationId, people));
  const by = { system: 'story' };
  const ask: ClaimStory['ask'] = async (offerId, n, o = {}) => {
    const at = o.at ?? NOON;
    const [answer] = await within((tx) => claims.decide(tx, offerId, [{ personId: people[n] ?? '', key: o.key ?? 'k', places: o.places ?? 1, unitId: o.unitId ?? null, at }]), at);
    return answer as Answer;
  };
  return {
    federationId, unions, people: people.slice(0, count), officer: actorOf(federationId, unions[0], people[count] ?? ''), within, ask,
    actor: (n) => actorOf(federationId, unions[n % 3] ?? unions[0], people[n] ?? ''),
    offer: (wanted = {}) => within(async (tx) => {
      const id = await claims.put(tx, by, { unionId: federationId, kind: STORY.name, title: '中秋月饼', mode: 'first', opensAt: hours(-1), closesAt: hours(1), places: 2, ...wanted });
      await claims.open(tx, by, id);
      return id;
    }),
    asked: async (offerId, n, o) => {
      const answer = await ask(offerId, n, o);
      return 'no' in answer ? answer.no : answer.claim.state;
    },
    claimOf: async (offerId, n) => {
      const [mine] = await within((tx) => claims.listMine(tx, people[n] ?? '', [offerId]));
      if (mine === undefined) throw new Error(`person ${n} has no claim`);
      return mine;
    },
    points: (each) => within(async (tx) => {
      const chart = [{ code: '1', name: word('钱包', 'Wallets'), kind: 'asset', heading: true }, { code: '4', name: word('发放', 'Issued'), kind: 'income' }, { code: '5', name: word('兑换', 'Spent'), kind: 'expense' }] as const;
      const book = await ledger.openBook(tx, by, { unionId: federationId, purpose: 'points', commodity: 'points', begins: '2026-11', chart });
      const wallets = await ledger.openFor(tx, by, book.id, { heading: '1', kind: 'person', subjectIds: people.slice(0, count), floored: true });
      const issued = (await ledger.accountNumbers(tx, book.id, ['4'])).get('4') ?? 0;
      await ledger.post(tx, { madeBy: null }, [...wallets].map(([id, no]) => ({ bookId: book.id, key: `story/${id}`, on: '2026-11-21', summary: '发放', document: { kind: 'story', id }, moves: [{ from: issued, to: no, amount: each }] })));
      return { bookId: book.id, wallets: '1', sold: '5' };
    }),
    balance: (bookId, n) => within(async (tx) => {
      const no = (await ledger.findFor(tx, bookId, { heading: '1', subjectIds: [people[n] ?? ''] })).get(people[n] ?? '') ?? 0;
      return (await ledger.available(tx, bookId, [no])).get(no) ?? 0n;
    }),
  };
}

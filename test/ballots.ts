import { ballots, type BallotWanted, type Happening, type Kind, type Outcome, type RollEntry } from '#engines/ballot';
import { draftUnion, foundFederation, foundUnions, newPerson, savePeople, type Union } from '#engines/org';
import type { Database } from '#platform/db';
import { type Asked, blind, type BoothBallot, finalise, paperOf, type Ready, type Receipt, type Token } from '#shared/ballot-booth';
import { fromBase64url } from '#shared/ballot-paper';
import type { Tx } from '#shared/call';
import { newId } from '#shared/ids';

/** What the stories vote on. */
export const MOTION: Kind = { name: 'story', title: { code: 'story.ballot', zh: '议案', en: 'Motion' }, memberPath: '/ballots/:id', consolePath: '/ballots/:id', keep: 'ballots.keep' };
ballots.useKind(MOTION);
ballots.declareJobs();

/** When stories vote unless they say otherwise. */
export const NOON = new Date('2026-11-21T04:00:00Z');
export const minutes = (n: number): Date => new Date(NOON.getTime() + n * 60_000);
export type Choice = 'for' | 'against' | 'abstain';
export const motion = (choice: Choice): { kind: 'motion'; choice: Choice } => ({ kind: 'motion', choice });

/** A federation with two unions and so many people; the n-th belongs to union n % 2. */
export type BallotStory = {
  readonly federationId: string;
  readonly unions: readonly [Union, Union];
  readonly people: readonly string[];
  readonly heard: string[];
  within<R>(run: (tx: Tx) => Promise<R>, at?: Date): Promise<R>;
  prepared(wanted?: Partial<BallotWanted>, o?: { roll?: readonly RollEntry[] }): Promise<string>;
  /** announced, keys made, opened */
  opened(wanted?: Partial<BallotWanted>, o?: { roll?: readonly RollEntry[] }): Promise<string>;
  closed(id: string, at?: Date): Promise<Outcome>;
  /** the lines of the published file */
  published(id: string): Promise<string[]>;
  booth(id: string): Promise<BoothBallot>;
  /** the n-th person fetches a token */
  token(id: string, n: number, o?: { name?: string; at?: Date }): Promise<Token>;
  /** posts a paper of a token */
  posted(id: string, token: Token, choice: Choice, at?: Date): Promise<{ receipt: Receipt; ready: Ready; token: Token }>;
};

/** Does on behalf of a voter's device what it does to get its token. */
export async function fetchToken(b: BoothBallot, name: string, ask: (asked: Asked) => Promise<string>): Promise<Token> {
  const asked = await blind(b, name);
  return finalise(b, asked, await ask(asked));
}

export const BY = { system: 'story' };

/** Opens a story. */
export async function ballotStory(database: Database, count = 6): Promise<BallotStory> {
  const federationId = newId();
  const within = <R>(run: (tx: Tx) => Promise<R>, at = NOON): Promise<R> => database.transaction(federationId, at, run, { statementTimeout: 120_000 });
  const people = Array.from({ length: count }, () => newId());
  const heard: string[] = [];
  ballots.follow(MOTION.name, async (_tx, h: Happening) => { heard.push(`${h.ballot.id} ${h.verb}`); });
  const unions = await within(async (tx) => {
    const code = `B${federationId.slice(-8)}`;
    const top = await foundFederation(tx, { name: '市总工会', code });
    const both = ['一', '二'].map((n, i) => draftUnion({ name: `${n}厂工会`, code: `${code}-${i}`, kind: 'enterprise', parentId: federationId }, top)) as [Union, Union];
    await foundUnions(tx, both);
    for (let from = 0; from < count; from += 1_000) await savePeople(tx, people.slice(from, from + 1_000).map((id, i) => ({ ...newPerson(`代表${from + i}`), id, staffNumber: `S${from + i}` })));
    return both;
  });
  const roll = (): RollEntry[] => people.map((personId, n) => ({ personId, unionId: unions[n % 2]?.id ?? '' }));
  const prepared: BallotStory['prepared'] = (wanted = {}, o = {}) => within(async (tx) => {
    const id = await ballots.prepare(tx, BY, { unionId: federationId, kind: MOTION.name, title: '工资集体合同草案', level: 'blind', paper: { kind: 'motion' }, rule: RULE, mixAtLeast: 5, ...wanted });
    await ballots.setRoll(tx, BY, id, ballots.rollOf(o.roll ?? roll()));
    return id;
  });
  const booth = (id: string): Promise<BoothBallot> => within((tx) => ballots.boothOf(tx, id));
  return {
    federationId, unions, people, heard, within, prepared, booth,
    async published(id) {
      const lines: string[] = [];
      for await (const text of ballots.boardLines(database, federationId, id, minutes(90))) lines.push(...text.trimEnd().split('\n'));
      return lines;
    },
    async opened(wanted, o) {
      const id = await prepared(wanted, o);
      await within((tx) => ballots.announce(tx, BY, id));
      await ballots.makeKeys(database, federationId, id, NOON);
      await within((tx) => ballots.open(tx, BY, id));
      return id;
    },
    async closed(id, at = minutes(60)) {
      await within((tx) => ballots.close(tx, BY, id), at);
      await ballots.finishNow(database, federationId, id, at);
      return (await within((tx) => ballots.findBallot(tx, id)))?.result as Outcome;
    },
    token: async (id, n, o = {}) => fetchToken(await booth(id), o.name ?? '', async (asked) => (await within((tx) => ballots.issueToken(tx, people[n] ?? '', id, asked.blinded), o.at)).signature),
    async posted(id, token, choice, at) {
      const ready = await paperOf(await booth(id), token, motion(choice));
      if (ready === null) throw new Error('too long');
      return { receipt: await within((tx) => ballots.post(tx, id, ready.body), at), ready, token: ready.token };
    },
  };
}

/** More than half of all delegates, as the national rule has it. */
export const RULE = { majority: { op: 'GT', num: 1, den: 2, base: 'entitled' } } as const;

/** A body with one byte changed. */
export function bent(body: string, at: number): string {
  const bytes = Buffer.from(fromBase64url(body));
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes.toString('base64url');
}

import { setImmediate } from 'node:timers/promises';
import type { Tx } from '#shared/call';
import { base64url, bodyOf, bytesIn, idBytes, said } from '#shared/ballot-paper';
import type { Database } from '#platform/db';
import { secrets } from '#platform/secrets';
import { audit } from '#engines/audit';
import type { Ballot } from './ballot.rules.ts';
import { findBallot, moveBallot } from './ballot.sql.ts';
import { deleteCards } from './hall.sql.ts';
import { words } from './ballot.words.ts';
import { setBoard } from './board.sql.ts';
import { openCount, type Outcome } from './count/count.rules.ts';
import { paperHash, sealSign, secretKeyOf, sha256 } from './crypto.ts';
import { deleteSecrets, type KeyRow, listKeys } from './keys.sql.ts';
import { forgetKeys } from './keys.service.ts';
import { kindNamed, tellFollowers } from './kinds.ts';
import { mixRest } from './mix.service.ts';
import { type Opening, startOpening } from './opening.service.ts';
import { insertMixed, listBoard, listOpenPapers, writeBoard } from './papers.sql.ts';
import { countTurnout, listClasses, rewriteRoll } from './roll.sql.ts';
import { Tree } from './tree.ts';

const AT_ONCE = 2_000;
/** So many papers are counted before others get their turn. */
const BREATH = 100;
export const FORMAT = 'niangjia-ballot/1';

/** Votes by name become papers of the board too, each with its voter. */
async function writeOpenPapers(tx: Tx, ballot: Ballot): Promise<void> {
  const id = idBytes(ballot.id);
  for (let after: string | null = null; ; ) {
    const some = await listOpenPapers(tx, ballot.id, after, AT_ONCE);
    if (some.length === 0) return;
    await insertMixed(tx, ballot.id, some.map(({ personId, class: name, content }) => {
      const voter = Buffer.from(idBytes(personId));
      const body = Buffer.from(bodyOf({ form: 'open', class: name, voter, content: bytesIn(JSON.stringify(content)) }));
      return { hash: paperHash(id, body), token: voter, turn: 1, body };
    }));
    after = some.at(-1)?.personId ?? null;
  }
}

/** What is fixed before the first paper: what people may compare with what was announced. */
export function announcedOf(ballot: Ballot, keys: readonly KeyRow[]): object {
  const key = (purpose: KeyRow['purpose']): string | null => { const k = keys.find((x) => x.purpose === purpose); return k ? base64url(k.public) : null; };
  return {
    ballot: { id: ballot.id, union: ballot.unionId, kind: ballot.kind, title: ballot.title, level: ballot.level, paperBytes: ballot.paperBytes },
    paper: ballot.paper, rule: ballot.rule,
    keys: { seal: key('seal'), content: key('content'), tokens: keys.filter((k) => k.purpose === 'token').map((k) => ({ class: k.class, key: base64url(k.public) })).sort((a, b) => (a.class < b.class ? -1 : 1)) },
  };
}

async function headerOf(tx: Tx, ballot: Ballot, keys: readonly KeyRow[]): Promise<string> {
  const classes = await listClasses(tx, ballot.id);
  return JSON.stringify({
    format: FORMAT, ...announcedOf(ballot, keys),
    roll: { entitled: ballot.entitled, hash: ballot.rollHash, classes: classes.map((c) => ({ class: c.class, entitled: c.entitled, issued: c.given })) },
    times: { announced: ballot.announcedAt, opened: ballot.openedAt, closed: ballot.closedAt },
  });
}

type Counted = { readonly result: Outcome; readonly voters: number; readonly issued: number; readonly present: number; readonly chain: Buffer; readonly root: Buffer; readonly blocks: Buffer };

/** Goes through the board once: chain, tree, and the count of the last paper of each token. */
async function countBoard(tx: Tx, ballot: Ballot, header: string, opening: Opening): Promise<Counted> {
  const [tree, count, turnout] = [new Tree(), openCount(ballot.paper, ballot.rule), await countTurnout(tx, ballot.id)];
  const [issued, present] = [turnout.given, Math.max(ballot.present, turnout.present)];
  let [chain, voters] = [sha256(said.board(sha256(bytesIn(header)))), 0];
  for (let after = 0; ; after += AT_ONCE) {
    const some = await listBoard(tx, ballot.id, after, AT_ONCE);
    for (const { hash } of some) {
      tree.add(hash);
      chain = sha256(said.chain(chain, hash));
    }
    const counted = some.filter((p) => p.last);
    voters += counted.length;
    for (const [n, paper] of (await opening.open(counted.map((p) => p.body))).entries()) {
      if (n % BREATH === 0) await setImmediate();
      count.add(paper.content, paper.class);
    }
    if (some.length < AT_ONCE) break;
  }
  return { result: count.result({ entitled: ballot.entitled, present, issued }), voters, issued, present, chain, ...tree.end() };
}

/**
 * Counts a closed ballot and publishes its board, in one transaction: mixes what still waits, numbers all papers by their hashes, counts, signs
 * chain, root, figures and result, writes roll and board anew and destroys all secrets. Killed at any moment it has done all of it or nothing.
 * @returns false when it is not closed, or counted already
 */
export async function finish(tx: Tx, id: string): Promise<boolean> {
  const ballot = await findBallot(tx, id, 'update');
  if (ballot?.state !== 'closed' || ballot.result !== null) return false;
  const keys = await listKeys(tx, id);
  const secretOf = (purpose: KeyRow['purpose']): string | null => { const sealed = keys.find((k) => k.purpose === purpose)?.secret; return sealed ? secrets.open(sealed) : null; };
  if (ballot.level === 'open') await writeOpenPapers(tx, ballot);
  else await mixRest(tx, ballot);
  const entries = await writeBoard(tx, id);
  const header = await headerOf(tx, ballot, keys);
  const content = ballot.level === 'open' ? null : Buffer.from(secretOf('content') ?? '', 'base64');
  const opening = startOpening(id, content, entries);
  const { result, voters, issued, present, chain, root, blocks } = await countBoard(tx, ballot, header, opening).finally(opening.end);
  const head = JSON.stringify({
    ballot: id, header: sha256(bytesIn(header)).toString('hex'), entries, voters, issued, entitled: ballot.entitled, present,
    chain: chain.toString('hex'), root: root.toString('hex'), content: content && base64url(content), result,
  });
  const seal = secretKeyOf(secretOf('seal') ?? '');
  // Where the board is kept, whoever proves a paper gets the root under its own signature, and nothing of the result.
  const short = kindNamed(ballot.kind).boardKept ? JSON.stringify({ ballot: id, entries, chain: chain.toString('hex'), root: root.toString('hex') }) : null;
  if (ballot.level !== 'open') await rewriteRoll(tx, id);
  await deleteSecrets(tx, id);
  await deleteCards(tx, id);
  forgetKeys(tx, id);
  await setBoard(tx, id, { header, head, signature: sealSign(seal, said.head(head)), short: short === null ? null : { head: short, signature: sealSign(seal, said.head(short)) }, blocks, result });
  await tellEnd(tx, ballot, { entries, root: root.toString('hex'), tooMany: result.void });
  return true;
}

async function tellEnd(tx: Tx, ballot: Ballot, o: { entries: number; root: string; tooMany: boolean }): Promise<void> {
  const line = { subject: { kind: 'ballot', id: ballot.id }, unionId: ballot.unionId };
  if (o.tooMany) await moveBallot(tx, ballot.id, 'void', { endedAt: tx.now, why: words.moreThanIssued.zh });
  const now = (await findBallot(tx, ballot.id)) as Ballot;
  await audit.record(tx, { system: 'ballot' }, words.auditCounted, { ...line, slots: { title: ballot.title, papers: o.entries, root: o.root } });
  if (o.tooMany) await audit.record(tx, { system: 'ballot' }, words.auditVoid, { ...line, slots: { title: ballot.title, why: words.moreThanIssued } });
  await tellFollowers(tx, { ballot: now, verb: o.tooMany ? 'voided' : 'counted' });
}

/** The same in a transaction of its own, for as long as it takes. */
export const finishNow = (database: Database, federationId: string, id: string, now: Date): Promise<boolean> =>
  database.transaction(federationId, now, (tx) => finish(tx, id), { statementTimeout: 0, retry: true });

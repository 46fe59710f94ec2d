import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { type Call, Download, doorWords, Limits } from '#platform/http';
import { type Ballot, BALLOT_VERIFIER, ballots } from '#engines/ballot';
import type { api, board } from './ballots.contract.ts';
import * as q from './ballots.sql.ts';
import { words } from './ballots.words.ts';
import { cardOf, fullOf, iso } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Board<K extends keyof typeof board> = z.output<(typeof board)[K]['in']>;
const SHOWN = ['announced', 'open', 'closed', 'declared', 'void'] as const;
const gone = (): never => { throw new Refused(doorWords.notFound, { status: 404 }); };

/** Votes in which the person is on the roll, newest first. */
export async function mine(tx: Tx, by: Actor) {
  const own = (await ballots.listOwn(tx, by.personId, { states: SHOWN, limit: 100 })).map((o) => ({ ...o }));
  const ids = own.map((o) => o.id);
  const [all, held] = [await ballots.findBallots(tx, ids), await q.findHeld(tx, ids)];
  const items = own.flatMap(({ id, given }) => {
    const [b, h] = [all.find((x) => x.id === id), held.find((x) => x.id === id)];
    return b === undefined || h === undefined || b.paper.kind === 'questions' ? [] : [{ ...cardOf(b, h), path: ballots.kindNamed(b.kind).memberPath.replace(':id', b.id), voted: given, may: votable(b, tx.now) ? ['vote'] : [] }];
  });
  return { items };
}

const votable = (b: Ballot, now: Date): boolean => b.state === 'open' && b.keysReady && (b.closesAt === null || now < b.closesAt);

/** A ballot on whose roll the person is; anything else is not there. */
async function loadOwn(tx: Tx, by: Actor, id: string) {
  const [b, voter] = [await ballots.findBallot(tx, id), await ballots.findVoter(tx, id, by.personId)];
  if (b === null || voter === null || b.state === 'prepared') return gone();
  return { b, voter };
}

/** The booth: paper, what protects it, keys for the device; the result once it is counted. */
export async function one(tx: Tx, by: Actor, { id }: In<'one'>, { locale }: Call) {
  const { b, voter } = await loadOwn(tx, by, id);
  const [h] = await q.findHeld(tx, [id]);
  if (h === undefined) return gone();
  const booth = b.level !== 'open' && b.keysReady && (b.state === 'announced' || b.state === 'open') ? await ballots.boothOf(tx, id) : null;
  return { ...(await fullOf(tx, b, h, locale)), class: voter.class, voted: voter.given, booth, next: h.next, againOf: h.againOf, may: votable(b, tx.now) && (!b.presentOnly || voter.present) ? ['vote'] : [] };
}

/** Signs the blinded token of somebody on the roll, once. */
export async function token(tx: Tx, by: Actor, { id, blinded }: In<'token'>) {
  await loadOwn(tx, by, id);
  return ballots.issueToken(tx, by.personId, id, blinded);
}

/** Votes by name, or by an envelope that is mixed with others. */
export async function cast(tx: Tx, by: Actor, { id, content }: In<'cast'>) {
  await loadOwn(tx, by, id);
  return ballots.cast(tx, by.personId, id, content);
}

// By ballot and by token, never by person or address: a token says nothing of who holds it.
const perBallot = new Limits(60_000, 20_000);
const perToken = new Limits(20, 20);

function respect(ballotId: string, body: string, now: Date): void {
  const token = createHash('sha256').update(body.slice(0, 120)).digest('base64url');
  const wait = Math.max(perBallot.take(ballotId, now.getTime()), perToken.take(`${ballotId}/${token}`, now.getTime()));
  if (wait > 0) throw new Refused(doorWords.tooMany, { status: 429, slots: { seconds: wait } });
}

/** Takes the sealed paper of a blind ballot. Nobody is known here. */
export async function paper(tx: Tx, _by: null, { ballotId, body }: In<'paper'>) {
  respect(ballotId, body, tx.now);
  return ballots.post(tx, ballotId, body);
}

/** A ballot that everybody may look at: announced, and no appraisal. */
async function loadPublic(tx: Tx, id: string) {
  const b = await ballots.findBallot(tx, id);
  const [h] = await q.findHeld(tx, [id]);
  if (b === null || h === undefined || b.result === null || b.paper.kind === 'appraisal' || b.paper.kind === 'questions') return gone();
  return { b, h };
}

/** What was published: figures, result, the signed head. */
export async function result(tx: Tx, _by: null, { id }: Board<'result'>, { locale }: Call) {
  const { b, h } = await loadPublic(tx, id);
  const full = await fullOf(tx, b, h, locale);
  return { ...full, head: full.fingerprint };
}

/** The published file. Where single papers would say whose they are, it is not handed out. */
export async function file(tx: Tx, _by: null, { id }: Board<'file'>): Promise<Download> {
  await loadPublic(tx, id);
  if (!(await ballots.publishable(tx, id))) throw new Refused(words.tooFewPapers);
  const { name, content } = await ballots.boardFile(tx, id);
  return new Download({ name, type: 'application/x-ndjson; charset=utf-8', content });
}

/** Where a paper stands on the board and how that is proved. */
export async function proof(tx: Tx, _by: null, { ballotId, paper: hash, number }: Board<'proof'>) {
  if (hash === undefined && number === undefined) return gone();
  const found = await ballots.prove(tx, ballotId, hash === undefined ? { number: number ?? '' } : { paper: hash });
  return { ...found, path: [...found.path] };
}

/** The verifier: one HTML file that works without a network. */
export async function verifier(_tx: Tx, _by: null, _in: Board<'verifier'>, call: Call): Promise<Download> {
  return new Download({ name: `${say(words.verifierFile, call.locale)}.html`, type: 'text/html; charset=utf-8', content: await readFile(BALLOT_VERIFIER, 'utf8') });
}

/** How many took part, for the big screen: never what was said. Those on the roll and the officers may look. */
export async function turnout(tx: Tx, by: Actor, { id }: Board<'turnout'>) {
  const b = await ballots.findBallot(tx, id);
  const [h] = await q.findHeld(tx, [id]);
  if (b === null || h === undefined || b.state === 'prepared') return gone();
  if ((await ballots.findVoter(tx, id, by.personId)) === null && (await q.findKept(tx, by, id)) === null) return gone();
  return { title: b.title, union: h.union, state: b.state, entitled: h.entitled, given: h.given, closesAt: iso(b.closesAt), fingerprint: (await ballots.fingerprint(tx, id)) ?? '' };
}

import { type AnyEndpoint, call, type Input, type Output, RefusedByServer, shelve, unshelve } from '../../../../../web/kit/index.ts';
import { type Asked, blind, finalise, paperOf, receiptFits, type Token } from '#shared/ballot-booth';
import type { Answers } from '../../form.rules.ts';
import type { About } from '../../tally.rules.ts';
import { ballotDoor, votes } from '../../voting.contract.ts';

/** Whose answers they are: somebody signed in, a single-use link, somebody who is interviewed. */
export type Voter = { readonly kind: 'own' } | { readonly kind: 'link'; readonly federation: string; readonly no: number; readonly secret: string } | { readonly kind: 'interview'; readonly personId: string };
type Survey = { readonly id: string; readonly federation: string; readonly level: 'blind' | 'detached' | 'open' };
/** What this device keeps of a survey until somebody signs out: the way to change the answers, and the answers. */
export type Kept = { readonly asked: Asked | null; readonly token: Token | null; readonly answers: Answers | null; readonly about: About; readonly receipt: string | null };
/** `checked`: the house's signature under the receipt fits; null: this browser cannot tell. */
export type Sent = { readonly receipt: string | null; readonly checked: boolean | null };

const NOTHING: Kept = { asked: null, token: null, answers: null, about: {}, receipt: null };
// Begins like every answer that is remembered, so that it is forgotten with them when the person signs out.
const shelfOf = (id: string, who: string): string => `answer.survey.${who}.${id}`;
export const keptOf = async (id: string, who: string): Promise<Kept> => (await unshelve<Kept>(shelfOf(id, who))) ?? NOTHING;
export const keepOf = (id: string, who: string, kept: Kept): Promise<boolean> => shelve(shelfOf(id, who), kept);

function ask<E extends AnyEndpoint>(endpoint: E, input: Input<E>, anonymous: boolean): Promise<Output<E>> {
  return call(endpoint, input, anonymous ? { anonymous: true } : {});
}

async function signed(s: Survey, voter: Voter, blinded: string): Promise<{ class: string; signature: string }> {
  if (voter.kind === 'link') return ask(votes.linkToken, { federation: voter.federation, id: s.id, no: voter.no, secret: voter.secret, blinded }, true);
  return voter.kind === 'interview' ? ask(votes.interviewToken, { id: s.id, personId: voter.personId, blinded }, false) : ask(votes.token, { id: s.id, blinded }, false);
}

/** No page without https can make keys. */
export const canBlind = (): boolean => globalThis.crypto?.subtle !== undefined;

/** The token was given to another device, or this one lost it. */
export class TokenElsewhere extends Error {}

async function sendBlind(s: Survey, voter: Voter, who: string, kept: Kept, paper: { given: Answers; about: About }): Promise<Sent> {
  const booth = await ask(votes.booth, { federation: s.federation, id: s.id }, true);
  let token = kept.token;
  if (token === null) {
    const asked = kept.asked ?? (await blind(booth, ''));
    await keepOf(s.id, who, { ...kept, asked });
    const answer = await signed(s, voter, asked.blinded).catch((error: unknown) => { throw error instanceof RefusedByServer && error.code === 'ballot.tokenGiven' ? new TokenElsewhere() : error; });
    token = await finalise(booth, asked, answer.signature);
    await keepOf(s.id, who, { ...kept, asked: null, token });
  }
  const ready = await paperOf(booth, token, { kind: 'questions', answers: paper });
  if (ready === null) throw new Error('the paper is longer than papers of this survey are');
  const receipt = await ask(ballotDoor, { federationId: s.federation, ballotId: s.id, body: ready.body }, true);
  await keepOf(s.id, who, { asked: null, token: ready.token, answers: paper.given, about: paper.about, receipt: receipt.paper });
  return { receipt: receipt.paper, checked: await receiptFits(booth, receipt, ready.hash) };
}

/** Hands answers in by the way that the survey promises. @param who names the shelf on this device */
export async function send(s: Survey, voter: Voter, who: string, paper: { given: Answers; about: About }): Promise<Sent> {
  const kept = await keptOf(s.id, who);
  if (s.level === 'blind') return sendBlind(s, voter, who, kept, paper);
  const given = { given: paper.given, about: paper.about } as never;
  const { number } = voter.kind === 'link' ? await ask(votes.linkCast, { federation: voter.federation, id: s.id, no: voter.no, secret: voter.secret, paper: given }, true)
    : voter.kind === 'interview' ? await ask(votes.interviewCast, { id: s.id, personId: voter.personId, paper: given }, false) : await ask(votes.cast, { id: s.id, paper: given }, false);
  await keepOf(s.id, who, { ...NOTHING, answers: paper.given, about: paper.about, receipt: number });
  return { receipt: number, checked: null };
}

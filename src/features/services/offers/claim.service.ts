import type { z } from 'zod';
import type { Bearer } from '#shared/call';
import { Refused } from '#shared/errors';
import { Answered, Limits } from '#platform/http';
import { type Claim, claims, claimWords } from '#engines/claims';
import type { api } from './offers.contract.ts';

/** One a second and ten at once, for each person and offer: a hand on a phone never meets it, whoever sits behind the same address. */
const perPerson = new Limits(60, 10);

/** A claim as its owner reads it. */
export function claimView(federationId: string, c: Claim): z.input<(typeof api)['claim']['out']> {
  const theirs = c.state === 'taken' || c.state === 'handed' || c.state === 'missed';
  const codes = theirs ? claims.codesOf(federationId, c) : null;
  return {
    id: c.id, offerId: c.offerId, state: c.state, no: c.no, rank: c.rank, places: c.places, unitId: c.unitId, at: c.at.toISOString(), dueAt: c.dueAt?.toISOString() ?? null, code: codes?.code ?? null, shortCode: codes?.short ?? null,
  };
}

/**
 * Claims a place. 201: it is yours now; 200: it was yours before, with the same body; 202: you are in the queue or the draw.
 * @throws Refused 409 `sold_out`, `not_started`, `ended`, `not_eligible`, `limit_reached`; 400 without a key
 */
export async function claim(by: Bearer, input: z.output<(typeof api)['claim']['in']>, key: string | null, now: Date): Promise<Answered> {
  if (key === null) throw new Refused(claimWords.keyMissing, { status: 400 });
  if (perPerson.take(`${by.personId}/${input.offerId}`, now.getTime()) > 0) throw new Refused(claimWords.tooFast, { status: 429 });
  const answer = await claims.claim(by.federationId, input.offerId, { personId: by.personId, key, places: input.places, unitId: input.unitId ?? null, at: now });
  if ('no' in answer) throw claims.refusalFor(answer.offer, answer.no);
  const later = answer.claim.state === 'entered' || answer.claim.state === 'waiting';
  return new Answered(later ? 202 : answer.fresh ? 201 : 200, claimView(by.federationId, answer.claim));
}

import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import type { Held } from '#engines/cases';
import { leastOf } from './review.service.ts';
import { findHearing, listReviews } from './review.sql.ts';
import { words } from './review.words.ts';

/**
 * What the company's decision must keep to, looked at when the step is sure to be taken: an appeal is decided by somebody else than the
 * rejection, and a decision before enough experts have spoken says why. Where the scheme has no experts of the group, nobody is waited for.
 * @throws Refused 409 for the same judge; 400 at `text` when the word is missing
 */
export const mayDecide = (tx: Tx, by: Actor, text: string | undefined) => async ({ file }: Held): Promise<void> => {
  const h = await findHearing(tx, file.id, legalDateOf(tx.now));
  if (h === null) return;
  const round = file.state === 'appealed' ? 2 : 1;
  if (round === 2 && h.rejectedById === by.personId) throw new Refused(words.sameJudge);
  if (h.experts === 0 || text?.trim()) return;
  const given = (await listReviews(tx, file.id)).filter((r) => r.round === round && r.verdict !== null).length;
  const least = await leastOf(tx, h.schemeUnionId);
  if (given < least) throw new Refused(words.unheard, { status: 400, slots: { n: given, least }, fields: [{ path: 'text', why: words.unheard }] });
};

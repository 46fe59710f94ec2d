import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { cases, type Held } from '#engines/cases';
import { findMemberships, findUnion } from '#engines/org';
import { findProposalText, listProposalSeconders } from './from-proposals.sql.ts';
import { insertSupporter } from './looking.sql.ts';
import { firstDesk, placeOf } from './scheme.service.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { WHOLE } from './suggestions.rules.ts';
import { insertSuggestion } from './suggestions.sql.ts';
import { words } from './suggestions.words.ts';
import { wholeText } from './writing.service.ts';

/**
 * A proposal of the workers' congress that was turned into a suggestion (转建议) is made one in the same transaction: its mover is the author, its
 * seconders support it, and its facts keep the proposal's id.
 * @throws Refused when the mover's company has no scheme: then the proposal is decided otherwise
 */
export async function followProposal(tx: Tx, verb: string, { file }: Held): Promise<void> {
  if (verb !== 'convert' || file.authorId === null) return;
  const membership = (await findMemberships(tx, [file.authorId])).get(file.authorId);
  const home = membership === undefined ? null : await findUnion(tx, membership.unionId);
  const placed = home === null ? null : await placeOf(tx, home);
  const p = await findProposalText(tx, file.id);
  if (placed === null || p === null) throw new Refused(words.noSchemeOfMover);
  const d = { problem: p.problem, remedy: p.remedy };
  const opened = await cases.open(tx, suggestionProcess, { unionId: (await firstDesk(tx, placed)).id, title: file.title, text: wholeText(d), privacy: 'named', channel: 'congress', authorId: file.authorId, facts: { proposalId: file.id, proposalNumber: file.number } });
  await insertSuggestion(tx, { id: opened.id, schemeUnionId: placed.company.id, unitUnionId: placed.unit.id, category: p.category, campaignId: null, ...d, effect: '', place: '', submittedOn: legalDateOf(tx.now) }, [{ personId: file.authorId, share: WHOLE, unitUnionId: placed.unit.id }]);
  for (const personId of await listProposalSeconders(tx, file.id)) await insertSupporter(tx, opened.id, personId, '');
}

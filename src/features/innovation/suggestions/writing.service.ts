import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { keepLookAlikes } from './looking.service.ts';
import { firstDesk, placeOf, type Placed, placeOfMember } from './scheme.service.ts';
import { findCampaign, findMembersWithin } from './scheme.sql.ts';
import type { api } from './suggestions.contract.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { A_DAY, sharesOf } from './suggestions.rules.ts';
import { countSince, insertSuggestion } from './suggestions.sql.ts';
import { words } from './suggestions.words.ts';
import { findUnion } from '#engines/org';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Coauthors = In<'write'>['coauthors'];

/** Problem and remedy as one text: what the timeline begins with and what is compared with others. */
export const wholeText = (d: { problem: string; remedy: string }): string => `${d.problem}\n${d.remedy}`;

async function authorsOf(tx: Tx, by: Actor, placed: Placed, coauthors: Coauthors): Promise<{ personId: string; share: number; unitUnionId: string }[]> {
  const wrong = (why: typeof words.coauthorUnknown, path: string): never => { throw new Refused(why, { status: 400, fields: [{ path, why }] }); };
  const shares = sharesOf(coauthors.map((c) => c.share)) ?? wrong(words.sharesWrong, 'coauthors');
  const ids = coauthors.map((c) => c.personId);
  const members = await findMembersWithin(tx, ids, placed.company.path);
  if (ids.includes(by.personId) || new Set(ids).size < ids.length || ids.some((id) => !members.has(id))) wrong(words.coauthorUnknown, 'coauthors');
  const units = new Map<string, string>();
  for (const { unionId } of members.values()) {
    if (units.has(unionId)) continue;
    const union = await findUnion(tx, unionId);
    const at = union === null ? null : await placeOf(tx, union);
    units.set(unionId, at?.unit.id ?? placed.unit.id);
  }
  return [by.personId, ...ids].map((personId, i) => ({ personId, share: shares[i] ?? 0, unitUnionId: i === 0 ? placed.unit.id : (units.get(members.get(personId)?.unionId ?? '') ?? placed.unit.id) }));
}

async function refuseClosedCampaign(tx: Tx, placed: Placed, campaignId: string | null): Promise<void> {
  const campaign = campaignId === null ? undefined : await findCampaign(tx, campaignId);
  const today = legalDateOf(tx.now);
  if (campaign === undefined) return;
  if (campaign === null || campaign.schemeUnionId !== placed.company.id || campaign.state !== 'open' || today < campaign.fromDate || today > campaign.toDate) {
    throw new Refused(words.campaignClosed, { status: 400, fields: [{ path: 'campaignId', why: words.campaignClosed }] });
  }
}

/** Hands in a suggestion: it goes to the unit's specialist, co-authors with their shares stand in it and may not judge it. */
export async function write(tx: Tx, by: Actor, d: In<'write'>): Promise<{ id: string; number: string }> {
  const placed = await placeOfMember(tx, by);
  if ((await countSince(tx, by.personId, instantAt(legalDateOf(tx.now)))) >= A_DAY) throw new Refused(words.tooMany, { slots: { n: A_DAY }, status: 429 });
  await refuseClosedCampaign(tx, placed, d.campaignId);
  const authors = await authorsOf(tx, by, placed, d.coauthors);
  const desk = await firstDesk(tx, placed);
  const opened = await cases.open(tx, suggestionProcess, {
    unionId: desk.id, title: d.title, text: wholeText(d), privacy: 'named', channel: 'phone', author: by, files: d.files,
    barred: authors.slice(1).map((a) => ({ personId: a.personId, why: 'coauthor' })),
  });
  await insertSuggestion(tx, { ...d, id: opened.id, schemeUnionId: placed.company.id, unitUnionId: placed.unit.id, submittedOn: legalDateOf(tx.now) }, authors);
  await keepLookAlikes(tx, by, { id: opened.id, openedAt: tx.now }, placed.company, d, new Map(d.differs?.map((x) => [x.earlierId, x.why])));
  if (d.files.length > 0) await files.attach(tx, by, d.files, { kind: 'suggestion', id: opened.id });
  return { id: opened.id, number: opened.number };
}

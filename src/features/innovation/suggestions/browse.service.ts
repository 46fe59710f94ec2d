import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf, partsOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Call, doorWords, Limits } from '#platform/http';
import type { api } from './browse.contract.ts';
import * as q from './browse.sql.ts';
import { placeOfMember } from './scheme.service.ts';
import type { api as suggestions, OwnRow } from './suggestions.contract.ts';
import { isShared, rowView } from './views.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

const COLLEAGUES = 10;

/** Where the member's suggestions go, what is called for now, and what he has done this year. */
export async function myScheme(tx: Tx, by: Actor) {
  const { company, unit } = await placeOfMember(tx, by);
  const today = legalDateOf(tx.now);
  const { year } = partsOf(today);
  return {
    scheme: { id: company.id, name: company.name }, unit: { id: unit.id, name: unit.name }, units: await q.listUnitsOf(tx, company.id), year,
    campaigns: await q.listOpenCampaigns(tx, company.id, today),
    figures: await q.countOwn(tx, by.personId, `${year}-01-01`, `${year}-12-31`),
  };
}

/** One looks up a few people to write with; whoever wants the whole list of names is stopped. */
const looked = new Limits(30, 20);

/** Colleagues of the scheme by the beginning of the name or by staff number: name and union, no more. */
export async function colleagues(tx: Tx, by: Actor, { text }: In<'colleagues'>) {
  const { company } = await placeOfMember(tx, by);
  const wait = looked.take(by.personId, tx.now.getTime());
  if (wait > 0) throw new Refused(doorWords.tooMany, { status: 429, slots: { seconds: wait } });
  return { items: await q.findColleagues(tx, company.path, text, by.personId, COLLEAGUES) };
}

/** Adopted suggestions of the member's scheme, the newest or the best first. */
export async function shared(tx: Tx, by: Actor, { limit, offset, ...f }: In<'shared'>, call: Call) {
  const { company } = await placeOfMember(tx, by);
  const { items, total } = await q.listShared(tx, company.id, f, { limit, offset });
  return { items: items.map((s) => rowView(s, tx.now, call.locale)), total };
}

/** What this person wrote or shares in, or has joined. Of what he only joined and is not shared yet he sees where it stands and no more. */
export async function mine(tx: Tx, by: Actor, { limit, offset, ...f }: z.output<(typeof suggestions)['mine']['in']>, call: Call): Promise<{ items: z.input<typeof OwnRow>[] }> {
  const items = await q.listOwn(tx, by.personId, f, { limit, offset });
  return {
    items: items.map((s) => {
      const opens = s.mine || isShared(s);
      const row = rowView(s, tx.now, call.locale);
      return { ...row, ...(opens ? {} : { authors: '', firstGrade: null, grade: null, expertGroup: null, benefitFen: null }), desk: s.desk, opens };
    }),
  };
}

import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { newId } from '#shared/ids';
import { type Run, runs } from '#platform/jobs';
import { audit } from '#engines/audit';
import { notify } from '#engines/notify';
import { countOffers, findPeopleByIdNumber, findUnion, type Offer, offerMemberships } from '#engines/org';
import { openRow } from './checking.service.ts';
import { lockImport } from './imports.sql.ts';
import { nextElsewhere } from './offers.sql.ts';
import { KEEP_DAYS } from './periods.rules.ts';
import type { api } from './rosters.contract.ts';
import { words } from './rosters.words.ts';
import { loadImportFor } from './steps.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Input = { readonly importId: string; readonly by: string | null };
/** How far the inviting is: the last row looked at, and whether there are no more. */
export type Invited = { readonly over: boolean; readonly row: number; readonly offered: number };

const PIECE = 1_000;
const WORK = 'rosters.offer';

/** How many members of other unions an import met and how many of them were invited; whether the inviting is under way. */
export async function offersView(tx: Tx, by: Actor, { id }: In<'offers'>) {
  const i = await loadImportFor(tx, by, id);
  const offered = await countOffers(tx, id);
  const [last] = await runs.list(tx, { kind: WORK, key: `${id}/${i.turn}` });
  const working = last?.state === 'waiting' || last?.state === 'running';
  const elsewhere = Math.max(i.result.elsewhere ?? 0, offered);
  return { elsewhere, offered, working, may: i.state === 'done' && i.erasedAt === null && elsewhere > 0 && last === undefined ? ['offer' as const] : [] };
}

/** Invites the members of other unions whom the roster names: as a run that goes on after a restart; each once, however often it is asked. */
export async function offer(tx: Tx, by: Actor, { id }: In<'offer'>) {
  await loadImportFor(tx, by, id);
  const i = await lockImport(tx, id);
  if (i?.state !== 'done') throw new Refused(words.offerWhenDone);
  if (i.erasedAt !== null) throw new Refused(words.sheetErased, { slots: { days: KEEP_DAYS } });
  await runs.begin(tx, WORK, { importId: id, by: by.personId } satisfies Input, { key: `${id}/${i.turn}`, by: by.personId });
  await audit.record(tx, by, words.auditOffering, { subject: { kind: 'rosterImport', id }, unionId: i.unionId, slots: { file: audit.veil(i.fileName) } });
  return { id };
}

async function tellInvited(tx: Tx, importId: string, row: number, unionId: string, people: readonly string[]): Promise<void> {
  const union = await findUnion(tx, unionId);
  await notify.tell(tx, { key: `rosters/offer/${importId}/${unionId}/${row}`, to: people, kind: 'rosters.offer', word: words.tellOffer, body: words.tellOfferBody, slots: { union: union?.name ?? '' }, link: '/transfers' });
}

/** Invites those of the next thousand rows: one statement for all of them, one message for each union. */
export async function offerStep(tx: Tx, { importId, by }: Input, after: number): Promise<Invited> {
  const page = await nextElsewhere(tx, importId, after, PIECE);
  const told = page.map((r) => ({ unionId: r.unionId, person: openRow(r.sealed).person }));
  const known = await findPeopleByIdNumber(tx, told.map((t) => t.person.idNumber));
  const offers = told.flatMap(({ unionId, person }): Offer[] => {
    const there = known.get(person.idNumber);
    return there ? [{ id: newId(), personId: there.id, unionId, origin: 'roster', originId: importId, employer: '', job: person.job, newForm: '', unattached: false, offeredBy: by }] : [];
  });
  const invited = new Set(await offerMemberships(tx, offers));
  for (const unionId of new Set(offers.map((o) => o.unionId))) {
    const people = offers.filter((o) => o.unionId === unionId && invited.has(o.personId)).map((o) => o.personId);
    if (people.length > 0) await tellInvited(tx, importId, page[0]?.row ?? 0, unionId, people);
  }
  const target = await lockImport(tx, importId);
  if (invited.size > 0 && target) await audit.record(tx, { system: 'rosters' }, words.auditOffered, { subject: { kind: 'rosterImport', id: importId }, unionId: target.unionId, slots: { n: invited.size } });
  return { over: page.length < PIECE, row: page.at(-1)?.row ?? after, offered: invited.size };
}

/** The run: page by page, each page committed with the row it came to. */
async function walkOffers(run: Run<Input, number>): Promise<{ offered: number }> {
  let offered = 0;
  for (let at = run.cursor ?? 0, over = false; !over; ) {
    await run.step(async (tx) => {
      const step = await offerStep(tx, run.input, at);
      [at, over, offered] = [step.row, step.over, offered + step.offered];
      return { done: offered, cursor: at };
    });
  }
  return { offered };
}

/** Declares the run; once per process. */
export function declareOffers(): void {
  runs.define<Input, number>(WORK, walkOffers);
}

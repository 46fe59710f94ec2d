import type { z } from 'zod';
import { type Actor, scopesOf, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Call, doorWords } from '#platform/http';
import { audit } from '#engines/audit';
import { loadUnionFor } from '#engines/org';
import { similarity } from '#engines/similarity';
import { rowOf } from './gathering.service.ts';
import { LEAST_PROPOSED } from './likeness.service.ts';
import { countReadable, listLoose } from './letters.sql.ts';
import { deleteApart, insertApart, listApart } from './proposals.sql.ts';
import type { api } from './topics.contract.ts';
import { words } from './topics.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** The newest open letters that are compared with each other; what is proposed of them; and from how many letters on it is a matter. */
const COMPARED = 300;
const SHOWN = 5;
const SMALLEST = 3;
const LETTERS_SHOWN = 20;

/**
 * Groups of at least three open letters that speak of the same matter and belong to no topic yet, among the newest 300 that the officer
 * may read; the largest first. Each is named by the letter that was first among its likes.
 */
export async function proposals(tx: Tx, by: Actor, { unionId }: In<'proposals'>, call: Call) {
  const path = unionId === undefined ? null : (await loadUnionFor(tx, by, 'letters.read', unionId)).path;
  const loose = new Map((await listLoose(tx, by, path, COMPARED)).map((l) => [l.id, l]));
  if (loose.size < SMALLEST) return { items: [] };
  const ids = [...loose.keys()];
  const apart = new Set((await listApart(tx, ids)).map((p) => similarity.pairOf(p.letterId, p.otherId)));
  const groups = await similarity.group(tx, { collection: 'letters', ids, scopes: scopesOf(by, 'letters.read'), smallest: SMALLEST, least: LEAST_PROPOSED, apart });
  return {
    items: groups.slice(0, SHOWN).map(({ first, others }) => {
      const lead = loose.get(first);
      const text = `${lead?.title ?? ''}\n${lead?.excerpt ?? ''}`;
      const rest = others.flatMap((id) => loose.get(id) ?? []).slice(0, LETTERS_SHOWN - 1);
      return { title: lead?.title ?? '', letters: [...(lead ? [rowOf(lead, call.locale)] : []), ...rest.map((l) => rowOf(l, call.locale, text))] };
    }),
  };
}

async function refuseUnreadable(tx: Tx, by: Actor, ids: readonly string[]): Promise<void> {
  if (new Set(ids).size !== ids.length || (await countReadable(tx, by, ids)) !== ids.length) throw new Refused(doorWords.notFound, { status: 404 });
}

/** These letters are not on the same matter: they are not proposed together again. */
export async function apart(tx: Tx, by: Actor, { ids }: In<'apart'>) {
  await refuseUnreadable(tx, by, ids);
  await insertApart(tx, ids, by.personId);
  await audit.record(tx, by, words.auditApart, { subject: { kind: 'letter', id: ids[0] ?? '' }, slots: { n: ids.length } });
  return { letters: ids.length };
}

/** Takes that back. */
export async function together(tx: Tx, by: Actor, { ids }: In<'together'>) {
  await refuseUnreadable(tx, by, ids);
  if ((await deleteApart(tx, ids)) === 0) throw new Refused(words.notApart);
  await audit.record(tx, by, words.auditTogether, { subject: { kind: 'letter', id: ids[0] ?? '' }, slots: { n: ids.length } });
  return { letters: ids.length };
}

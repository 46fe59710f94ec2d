import { say, type Locale, type Word } from '#shared/words';
import { cases } from '#engines/cases';
import { findPeople, findUnionsByCode, officesOf, orgWords } from '#engines/org';
import type { Database } from '#platform/db';
import type { CastRow } from '../features/across/sign-in/index.ts';
import { words } from '../main.words.ts';
import { CAST } from './cast.demo.ts';
import { castId, DEMO_FEDERATION } from './load.ts';
import { actorFor } from './stage.ts';

/** The people of the sign-in page with what waits for each at this moment; each is looked at on a connection of its own. */
export async function castRows(database: Database, locale: Locale, now: Date): Promise<CastRow[]> {
  const read = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => database.read(DEMO_FEDERATION, now, run);
  const listed = CAST.filter((c) => c.listed);
  const { there, unions } = await read(async (tx) => ({ there: await findPeople(tx, listed.map((c) => castId(c.key))), unions: await findUnionsByCode(tx, listed.map((c) => c.union)) }));
  const present = listed.filter((c) => there.has(castId(c.key)));
  return Promise.all(present.map((c) => read((tx) => rowOf(tx, c, unions.get(c.union)?.name ?? '', locale))));
}

async function rowOf(tx: Tx, c: (typeof CAST)[number], home: string, locale: Locale): Promise<CastRow> {
  const id = castId(c.key);
  const [office] = await officesOf(tx, id);
  const title = office ? `${office.unionName} ${office.title || say((orgWords as Record<string, Word>)[`office_${office.office}`] ?? words.castMember, locale)}` : `${home} ${say(words.castMember, locale)}`;
  return { id, name: c.name, title, says: c.app === 'console' ? await deskSays(tx, await actorFor(tx, id), locale) : await memberSays(tx, id, locale), app: c.app, unionName: home };
}

type Tx = Parameters<typeof cases.countWaiting>[0];

async function deskSays(tx: Tx, actor: Parameters<typeof cases.countWaiting>[1], locale: Locale): Promise<string> {
  const counts = await cases.countWaiting(tx, actor);
  const sum = (of: 'waiting' | 'late' | 'today'): number => counts.reduce((n, c) => n + c[of], 0);
  if (sum('waiting') === 0) return say(words.castQuiet, locale);
  return sum('late') > 0 ? say(words.castWaiting, locale, { n: sum('waiting'), late: sum('late') }) : say(words.castDue, locale, { n: sum('waiting'), today: sum('today') });
}

async function memberSays(tx: Tx, personId: string, locale: Locale): Promise<string> {
  const own = await cases.listOwn(tx, personId, ['letter'], { limit: 100, offset: 0 });
  const rate = (await cases.listForAuthor(tx, personId)).length;
  return say(words.castMine, locale, { n: own.length, rate });
}

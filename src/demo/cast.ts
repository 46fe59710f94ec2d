import { say, type Locale, type Word } from '#shared/words';
import { cases } from '#engines/cases';
import { findPeople, findUnionsByCode, officesOf, orgWords } from '#engines/org';
import type { Database } from '#platform/db';
import type { CastRow } from '../features/across/sign-in/index.ts';
import { words } from '../main.words.ts';
import { CAST } from './cast.demo.ts';
import { castId, DEMO_FEDERATION } from './load.ts';
import { actorFor } from './stage.ts';

/** The people of the sign-in page with what waits for each at this moment. */
export async function castRows(database: Database, locale: Locale, now: Date): Promise<CastRow[]> {
  return database.read(DEMO_FEDERATION, now, async (tx) => {
    const listed = CAST.filter((c) => c.listed);
    const there = await findPeople(tx, listed.map((c) => castId(c.key)));
    const unions = await findUnionsByCode(tx, listed.map((c) => c.union));
    const list: CastRow[] = [];
    for (const c of listed.filter((x) => there.has(castId(x.key)))) {
      const id = castId(c.key);
      const actor = await actorFor(tx, id);
      const [office] = await officesOf(tx, id);
      const home = unions.get(c.union)?.name ?? '';
      const title = office ? `${office.unionName} ${office.title || say((orgWords as Record<string, Word>)[`office_${office.office}`] ?? words.castMember, locale)}` : `${home} ${say(words.castMember, locale)}`;
      list.push({ id, name: c.name, title, says: c.app === 'console' ? await deskSays(tx, actor, locale) : await memberSays(tx, id, locale), app: c.app, unionName: home });
    }
    return list;
  });
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

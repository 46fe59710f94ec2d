import type { Database } from '#platform/db';
import { similarity } from '#engines/similarity';
import { listTenantsUnlisted, listUnlisted } from './likeness.sql.ts';
import { likenessText } from './open.service.ts';
import { allProcesses } from './registry.ts';

const PAGE = 500;
/** Pages of one federation in one go: what is left waits for the next. */
const MOST_PAGES = 40;

/** Puts the cases into their collections that were opened before there was one. @returns how many */
export async function listLikenesses(database: Database, now: Date): Promise<number> {
  let listed = 0;
  for (const { name, collection } of allProcesses()) {
    if (collection === undefined) continue;
    for (const tenant of await database.read(null, now, (tx) => listTenantsUnlisted(tx, name, collection))) {
      for (let n = PAGE, page = 0; n === PAGE && page < MOST_PAGES; page++) {
        n = await database.transaction(tenant, now, async (tx) => {
          const some = await listUnlisted(tx, name, collection, PAGE);
          if (some.length > 0) await similarity.put(tx, collection, some.map((c) => ({ id: c.id, unionId: c.unionId, text: likenessText(c.title, c.text), at: c.openedAt })));
          return some.length;
        });
        listed += n;
      }
    }
  }
  return listed;
}

import { zipSync } from 'fflate';
import type { z } from 'zod';
import { audit } from '#engines/audit';
import { type Holding, identity } from '#engines/identity';
import { findUnion } from '#engines/org';
import { clock } from '#platform/clock';
import { type Call, Download } from '#platform/http';
import type { Actor, Tx } from '#shared/call';
import { type Locale, say } from '#shared/words';
import type { api } from './my-data.contract.ts';
import { words } from './my-data.words.ts';
import { page } from './export.rules.ts';
import { HOLDINGS } from './holdings.service.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;

/** What the record itself holds first, then what the parts declared. */
const inOrder = (): readonly Holding[] => [...HOLDINGS, ...identity.allHoldings().filter((h) => !HOLDINGS.includes(h))];

async function collected(tx: Tx, personId: string, locale: Locale) {
  const all: { holding: Holding; rows: Awaited<ReturnType<Holding['collect']>> }[] = [];
  for (const holding of inOrder()) all.push({ holding, rows: await holding.collect(tx, personId, locale) });
  return all;
}

/** Everything that is held about the person, numbers masked, each with why and how long. */
export async function held(tx: Tx, by: Actor, _o: unknown, call: Call) {
  const all = await collected(tx, by.personId, call.locale);
  return {
    items: all.map(({ holding: h, rows }) => ({
      key: h.key, title: say(h.title, call.locale), why: say(h.why, call.locale), kept: say(h.kept, call.locale), erasable: h.erase !== undefined,
      rows: rows.map((r) => ({ label: r.label, value: r.masked ?? r.value })),
    })),
  };
}

/** A code to the own phone, as a proof for the export. */
export const sendCode = (by: Actor, _o: unknown, call: Call, now: Date) => identity.requestOwnCode(by, call.locale, now);

/** Slow and counted, hence before the transaction: whether it is the person. */
export const prove = (by: Actor | null, o: In<'export'>) => {
  if (by === null) throw new Error('an export needs a person');
  return identity.proveOwner(by, o, clock.now());
};

type Finish = Awaited<ReturnType<typeof prove>>;

/** Everything in full, as a page to read and as JSON to take elsewhere (art. 45), after a proof that it is the person. */
export async function exportAll(tx: Tx, by: Actor, _o: In<'export'>, call: Call): Promise<Download> {
  await (call.prepared as Finish)(tx);
  await audit.record(tx, by, words.saidExported, { subject: { kind: 'person', id: by.personId } });
  const all = await collected(tx, by.personId, call.locale);
  const data = {
    made: tx.now.toISOString(), person: { id: by.personId, name: by.name },
    held: all.map(({ holding: h, rows }) => ({ key: h.key, title: say(h.title, call.locale), why: say(h.why, call.locale), kept: say(h.kept, call.locale), rows: rows.map(({ label, value }) => ({ label, value })) })),
  };
  const heading = say(words.exportHeading, call.locale, { name: by.name });
  const zip = zipSync({
    'data.json': Buffer.from(JSON.stringify(data, null, 2)),
    'data.html': Buffer.from(page({ heading, made: say(words.exportMade, call.locale, { at: data.made }), lang: call.locale, held: data.held })),
  });
  return new Download({ name: `${say(words.exportName, call.locale)}.zip`, type: 'application/zip', content: Buffer.from(zip) });
}

/** Who looked at or changed my record. The whole log of the federation is searched: it is about me, wherever it was done. */
export async function looks(tx: Tx, by: Actor, o: In<'looks'>, call: Call) {
  const top = await findUnion(tx, by.federationId);
  const scopes = top === null ? [] : [top.path];
  const found = await audit.list(tx, scopes, { subject: { kind: 'person', id: by.personId }, act: o.act, ...(o.after ? { after: o.after } : {}), limit: o.limit }, call.locale);
  return {
    items: found.items.map((l) => ({ id: l.id, at: l.at, by: l.by.name, union: l.union?.name ?? null, sentence: l.sentence, purpose: l.purpose })),
    ...(found.next === undefined ? {} : { next: found.next }),
  };
}

import { Refused } from '#shared/errors';
import { clock } from '#platform/clock';
import type { Database } from '#platform/db';
import { findTenantByJoinCode, findUnionByJoinCode, refuseEnded } from '#engines/org';
import { look, original } from './attached.service.ts';
import { fileLetter, fileReply, findContinued, type Prepared } from './filing.service.ts';
import { MAIL, type Recipient, recipientOf, shortened, withoutAnyCode } from './mail.rules.ts';
import { findThread } from './mail.sql.ts';
import { words } from './mail.words.ts';
import { cutQuotation } from './quotation.reading.ts';
import { type Incoming, read } from './reading.service.ts';

/** Where an e-mail goes: a union's mailbox, or a letter it answers. */
export type Place = { readonly federationId: string; readonly joinCode: string } | { readonly federationId: string; readonly caseId: string };

/**
 * The mailbox an address means.
 * @throws Refused: another domain (nothing is relayed), nobody's address, a union that has ended
 */
export async function placeOf(database: Database, address: string, domain: string): Promise<Place> {
  const to: Recipient = recipientOf(address, domain);
  if (to.kind === 'elsewhere') throw new Refused(words.noRelay);
  if (to.kind === 'unknown') throw new Refused(words.unknownRecipient);
  const now = clock.now();
  if (to.kind === 'thread') {
    const found = await database.read(null, now, (tx) => findThread(tx, to.token));
    if (found === null) throw new Refused(words.unknownRecipient);
    return found;
  }
  const federationId = await database.read(null, now, (tx) => findTenantByJoinCode(tx, to.joinCode));
  if (federationId === null) throw new Refused(words.unknownRecipient);
  await database.read(federationId, now, async (tx) => {
    const union = await findUnionByJoinCode(tx, to.joinCode);
    if (union === null) throw new Refused(words.unknownRecipient);
    refuseEnded(union);
  });
  return { federationId, joinCode: to.joinCode };
}

/** Cuts quotations, looks at the files, keeps the whole text where something was cut. Needs no transaction. */
async function prepare(mail: Incoming): Promise<Prepared> {
  const bare = cutQuotation(mail.text);
  const short = shortened(bare.text, MAIL.mostText);
  const looked = await look(mail);
  if (short.text === '' && mail.subject === '' && looked.taken.length === 0) throw new Refused(words.empty);
  return { mail, text: short.text, looked, original: bare.cut || short.cut ? await original(withoutAnyCode(mail.text), mail.locale) : null };
}

async function fileAt(database: Database, place: Place, p: Prepared): Promise<'filed' | 'twice'> {
  return database.transaction(place.federationId, clock.now(), async (tx) => {
    if ('caseId' in place) return fileReply(tx, p, place.caseId);
    const continued = await findContinued(tx, p);
    if (continued !== null) return fileReply(tx, p, continued);
    const union = await findUnionByJoinCode(tx, place.joinCode);
    if (union === null) throw new Refused(words.unknownRecipient);
    return fileLetter(tx, p, union);
  });
}

/**
 * Takes an e-mail in. It is in the database, committed, when this answers; delivered again it changes nothing.
 * @param returnPath the envelope's sender, empty for bounces · @param own addresses of ours: what comes from them is laid aside
 * @throws Refused with the sentence for the sender; places that were served before it stay served
 */
export async function take(database: Database, raw: Buffer, o: { returnPath: string; places: readonly Place[]; own: readonly string[] }): Promise<'filed' | 'twice' | 'laidAside'> {
  const mail = await read(raw, o.returnPath);
  const ours = (address: string): boolean => o.own.some((own) => own === address.toLowerCase().replace(/\+[^@]*@/, '@'));
  if (mail.robot || ours(mail.from) || ours(o.returnPath)) return 'laidAside';
  const prepared = await prepare(mail);
  const done: ('filed' | 'twice')[] = [];
  let refused: unknown = null;
  for (const place of o.places) {
    await fileAt(database, place, prepared).then((how) => done.push(how), (error: unknown) => { refused ??= error; });
  }
  if (refused !== null) throw refused;
  return done.includes('filed') ? 'filed' : 'twice';
}

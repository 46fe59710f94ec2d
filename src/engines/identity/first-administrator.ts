import { audit } from '#engines/audit';
import { appoint, findPeopleByPhone, foundFederation, newPerson, savePeople } from '#engines/org';
import type { Database } from '#platform/db';
import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { newId, newSecretId } from '#shared/ids';
import { findPerson } from './candidate.sql.ts';
import { phoneOf } from './code.ts';
import { writePassword } from './credential.sql.ts';
import type { Entry } from './entry.ts';
import { hasAdministrator, isOpen, selectFederations, takeLink, writeLink } from './first-administrator.sql.ts';
import { here } from './house.ts';
import { words } from './identity.words.ts';
import { addMinutes, LIMITS, SHIPPED } from './limits.rules.ts';
import { firstPassword } from './password.ts';
import { asActor, cookieSeconds, openSession, type Origin } from './session.ts';
import { hashToken, newSecret } from './token.ts';

const OFFICE = 'platformAdmin';

/**
 * A link secret that makes the first administrator, valid for a day and once; null when there is an administrator already.
 * A new one replaces those before. For main, in live mode, at each start.
 */
export async function firstAdministratorLink(db: Database, now: Date): Promise<string | null> {
  return db.transaction(null, now, async (tx) => {
    if (await hasAdministrator(tx, [OFFICE], legalDateOf(now))) return null;
    const link = newSecret();
    await writeLink(tx, hashToken(link), addMinutes(now, LIMITS.linkHours * 60));
    return link;
  });
}

/** Whether a link still works, and whether a federation must be founded with it. */
export async function lookAtLink(link: string, now: Date): Promise<{ open: boolean; needsFederation: boolean }> {
  return here().db.transaction(null, now, async (tx) => {
    const open = await isOpen(tx, hashToken(link));
    return { open, needsFederation: open && (await selectFederations(tx)).length === 0 };
  });
}

export type FirstAdministrator = {
  readonly link: string;
  readonly federation?: { readonly name: string; readonly code: string } | undefined;
  readonly name: string;
  readonly phone: string;
  readonly password: string;
};

async function personFor(tx: Tx, o: FirstAdministrator, phone: string): Promise<string> {
  const known = (await findPeopleByPhone(tx, [phone])).find((p) => p.name === o.name);
  if (known) return known.id;
  const person = { ...newPerson(o.name), phone };
  await savePeople(tx, [person]);
  return person.id;
}

/**
 * Makes the first administrator: founds the federation where there is none, appoints the person, sets the password and signs in.
 * All of it or nothing, and once.
 */
export async function becomeFirstAdministrator(o: FirstAdministrator, origin: Origin, now: Date): Promise<Entry> {
  const { open, needsFederation } = await lookAtLink(o.link, now);
  if (!open) throw new Refused(words.linkEnded, { status: 401 });
  if (needsFederation && !o.federation) throw new Refused(words.federationNeeded, { status: 400, fields: [{ path: 'federation', why: words.federationNeeded }] });
  const phone = phoneOf(o.phone);
  const hash = await firstPassword(o.password, [o.name, phone]);
  const there = await here().db.transaction(null, now, (tx) => selectFederations(tx));
  const federationId = there[0] ?? newId();
  const token = await here().db.transaction(federationId, now, async (tx) => {
    if (!(await takeLink(tx, hashToken(o.link)))) throw new Refused(words.linkEnded, { status: 401 });
    if (there.length === 0 && o.federation) await foundFederation(tx, o.federation);
    const personId = await personFor(tx, o, phone);
    await appoint(tx, { personId, unionId: federationId, office: OFFICE });
    await writePassword(tx, personId, hash, { mustChange: false, remembered: SHIPPED.password.remembered });
    const c = await findPerson(tx, personId);
    if (c === null) throw new Error('the first administrator vanished');
    const id = newSecretId();
    await audit.record(tx, asActor(c, id), words.saidFirstAdministrator, { subject: { kind: 'person', id: personId } });
    return openSession(tx, c, { ...origin, id, method: 'link', secondFactor: false });
  });
  return { next: 'in', token, maxAgeSeconds: cookieSeconds() };
}

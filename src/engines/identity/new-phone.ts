import { audit } from '#engines/audit';
import { loadPerson, phoneLookup, savePeople } from '#engines/org';
import type { Actor } from '#shared/call';
import { Refused } from '#shared/errors';
import { maskPhone } from '#shared/phone';
import { checkCode, phoneOf } from './code.ts';
import { spendCode } from './code.sql.ts';
import { here } from './house.ts';
import { words } from './identity.words.ts';
import { proveOwner, type Proof } from './password.ts';
import { deleteSessions } from './session.sql.ts';

/**
 * Changes the own phone: a proof that it is the person (password, or a code to the old phone) and a code sent to the new one.
 * All other sessions end. Who has neither the old phone nor a password asks the union for a correction.
 * @throws Refused samePhone (409), codeWrong (403, at `newCode`), and what `proveOwner` refuses
 */
export async function changePhone(by: Actor, o: Proof & { readonly phone: string; readonly newCode: string }, now: Date): Promise<{ phone: string; endedSessions: number }> {
  const phone = phoneOf(o.phone);
  const { db } = here();
  const person = await db.transaction(by.federationId, now, (tx) => loadPerson(tx, by.personId));
  if (person.phone === phone) throw new Refused(words.samePhone);
  const finish = await proveOwner(by, o, now);
  const lookup = phoneLookup(phone);
  const wrong = () => new Refused(words.codeWrong, { status: 403, fields: [{ path: 'newCode', why: words.codeWrong }] });
  const codeHash = await checkCode(lookup, o.newCode, now, 403).catch((why: unknown) => { throw why instanceof Refused ? wrong() : why; });
  return db.transaction(by.federationId, now, async (tx) => {
    await finish(tx);
    if (!(await spendCode(tx, lookup, codeHash))) throw wrong();
    await savePeople(tx, [{ ...(await loadPerson(tx, by.personId)), phone }]);
    await audit.record(tx, by, words.saidChangedPhone, { subject: { kind: 'person', id: by.personId } });
    return { phone: maskPhone(phone), endedSessions: await deleteSessions(tx, by.personId, { except: by.sessionId }) };
  });
}

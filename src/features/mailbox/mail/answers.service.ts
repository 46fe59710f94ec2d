import type { Tx } from '#shared/call';
import { type Locale, say, type Slots, type Word } from '#shared/words';
import { secrets } from '#platform/secrets';
import type { Correspondence } from '#engines/cases';
import { type MailThread, notify } from '#engines/notify';
import { loadUnion } from '#engines/org';
import { quoted } from './mail.rules.ts';
import * as q from './mail.sql.ts';
import { words } from './mail.words.ts';

/** The page where whoever holds the code sees the letter; the code itself never stands in an address. */
const FOLLOW_UP = '/follow-up';

/** Headers that keep the writer's conversation together: all his or her e-mails are referred to, the last one is answered. */
async function threadOf(tx: Tx, mailed: q.MailedLetter, joinCode: string, robot: boolean): Promise<MailThread> {
  const references = await q.listMessageIds(tx, mailed.caseId);
  const last = references.at(-1);
  return { code: `${joinCode}.${mailed.token}`.toLowerCase(), references, ...(last === undefined ? {} : { inReplyTo: last }), ...(robot ? { robot } : {}) };
}

type Mailing = { readonly mailed: q.MailedLetter; readonly unionId: string; readonly key: string; readonly kind: string; readonly body: Word; readonly secret: Slots; readonly robot: boolean };

/**
 * Writes to the writer in the same conversation. What the letter says, its code and the address rest sealed until it was sent
 * and are forgotten then.
 */
export async function writeBack(tx: Tx, m: Mailing): Promise<void> {
  const { joinCode } = await loadUnion(tx, m.unionId);
  await notify.write(tx, {
    key: m.key, kind: m.kind, word: words.subject, body: m.body, link: FOLLOW_UP, unionId: m.unionId, urgent: true, locale: m.mailed.locale,
    thread: await threadOf(tx, m.mailed, joinCode, m.robot), to: { email: secrets.open(m.mailed.addressSealed) },
    secret: { ...m.secret, subject: m.mailed.subject, code: spaced(secrets.open(m.mailed.codeSealed)) },
  });
}

const spaced = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** What a step means for somebody who wrote by e-mail: goes out as an answer in the same conversation. */
export async function correspond(tx: Tx, { held: { file, union }, process, occasion, said, text }: Correspondence): Promise<void> {
  const mailed = await q.findMailed(tx, file.id);
  if (mailed === null) return;
  const locale: Locale = mailed.locale;
  const slots = { number: file.number, title: file.title, union: union.name };
  await writeBack(tx, {
    mailed, unionId: union.id, key: `mail/${file.id}/${occasion}`, kind: `${process.name}.byMail`, body: words.step, robot: false,
    secret: { said: say(said.body, locale, slots), text: text === '' ? '' : `\n\n${text}`, number: file.number, quote: quoted(await q.findFirstText(tx, file.id)) },
  });
}

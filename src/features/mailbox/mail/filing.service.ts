import { randomBytes } from 'node:crypto';
import type { Tx } from '#shared/call';
import { sayDeadline } from '#shared/date-phrases';
import { instantAt, legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import { Limits } from '#platform/http';
import { secrets } from '#platform/secrets';
import { cases, type Process } from '#engines/cases';
import { files, type Received } from '#engines/files';
import { notify } from '#engines/notify';
import { refuseEnded, type Union } from '#engines/org';
import { writeBack } from './answers.service.ts';
import { keepFor, type Looked } from './attached.service.ts';
import { MAIL, shortened, withoutCode } from './mail.rules.ts';
import * as q from './mail.sql.ts';
import { words } from './mail.words.ts';
import { titleOf } from './quotation.reading.ts';
import type { Incoming } from './reading.service.ts';

/** An e-mail made ready before a transaction begins: quotations cut, files looked at. */
export type Prepared = { readonly mail: Incoming; readonly text: string; readonly looked: Looked; readonly original: Received | null };

const MOST_FILES_OF_LETTER = 20;
const LETTERS = '234567abcdefghijklmnopqrstuvwxyz';
const newToken = (): string => [...randomBytes(20)].map((b) => LETTERS[b % 32]).join('');
const letterProcess = (): Process => cases.processNamed('letter');

const keyOf = (messageId: string): Buffer => secrets.lookup('mail-message', messageId);
const addressKey = (address: string): Buffer => secrets.lookup('mail-address', address);

type Taken = Parameters<typeof q.setAutoReplied>[1];
const takenOf = ({ mail }: Prepared, targetId: string, caseId: string | null): Taken => ({
  targetId, messageKey: keyOf(mail.messageId), addressLookup: addressKey(mail.from), messageId: mail.messageId, isNew: caseId === null, caseId,
});

const listOf = (refused: readonly string[], locale: 'zh' | 'en'): string =>
  refused.length === 0 ? '' : `\n\n${say(words.refusedFiles, locale, { list: refused.map((line) => `· ${line}`).join('\n') })}`;

async function countsOf(tx: Tx, mail: Incoming): Promise<{ letters: number; replies: number }> {
  return q.countOfAddress(tx, addressKey(mail.from), { letters: instantAt(legalDateOf(tx.now)), replies: new Date(tx.now.getTime() - 3_600_000) });
}

type Reply = Omit<Parameters<typeof writeBack>[1], 'robot' | 'key' | 'kind'>;

/** Answers by itself, at most so many times an hour for one address. */
async function replyByItself(tx: Tx, p: Prepared, taken: Taken, reply: Reply): Promise<void> {
  if ((await countsOf(tx, p.mail)).replies >= MAIL.autoRepliesAnHour) return;
  await q.setAutoReplied(tx, taken);
  await writeBack(tx, { ...reply, key: `mail/${reply.mailed.caseId}/auto/${taken.messageKey.toString('hex')}`, kind: 'letter.byMail', robot: true });
}

const perUnion = new Limits(30, 30);

async function openLetter(tx: Tx, p: Prepared, union: Union): Promise<{ mailed: q.MailedLetter; number: string }> {
  const { mail, looked } = p;
  const title = titleOf(mail.subject, p.text) || say(words.onlyFiles, mail.locale);
  const kept = await keepFor(tx, [...looked.taken, ...(p.original ? [p.original] : [])], MOST_FILES_OF_LETTER);
  const opened = await cases.open(tx, letterProcess(), {
    unionId: union.id, title, text: p.text || say(words.onlyFiles, mail.locale), privacy: 'hidden', channel: 'email', withCode: true, files: kept,
    facts: { category: 'other', place: '', aboutChair: false },
  });
  if (opened.code === null) throw new Error('a letter by e-mail without a code');
  await files.attach(tx, null, kept, { kind: 'letter', id: opened.id });
  const mailed: q.MailedLetter = {
    caseId: opened.id, addressSealed: secrets.seal(mail.from), addressMasked: notify.maskEmail(mail.from), codeSealed: secrets.seal(opened.code), token: newToken(),
    subject: mail.subject || title, locale: mail.locale,
  };
  await q.insertMailed(tx, mailed);
  return { mailed, number: opened.number };
}

/** Makes a letter to a union of an e-mail, once however often it is delivered, and tells its writer number, time and code. */
export async function fileLetter(tx: Tx, p: Prepared, union: Union): Promise<'filed' | 'twice'> {
  refuseEnded(union);
  const taken = takenOf(p, union.id, null);
  if (!(await q.insertMessage(tx, taken))) return 'twice';
  // The message just written down counts too.
  if ((await countsOf(tx, p.mail)).letters > MAIL.lettersADay) throw new Refused(words.tooManyLetters, { slots: { n: MAIL.lettersADay } });
  if (perUnion.take(union.id, tx.now.getTime()) > 0) throw new Refused(words.tooBusy, { status: 429 });
  const { mailed, number } = await openLetter(tx, p, union);
  await q.setCase(tx, taken, mailed.caseId);
  const due = await q.findAnswerDue(tx, mailed.caseId);
  const { locale } = p.mail;
  await replyByItself(tx, p, taken, {
    mailed, unionId: union.id, body: words.received,
    secret: { number, union: union.name, due: due === null ? '' : sayDeadline(due, locale, tx.now), refused: listOf(p.looked.refused, locale) },
  });
  return 'filed';
}

/** The letter an e-mail to a union continues, by the ids it refers to; null when it begins a new one. */
export async function findContinued(tx: Tx, { mail }: Prepared): Promise<string | null> {
  if (mail.references.length === 0) return null;
  return q.findByReferences(tx, addressKey(mail.from), mail.references.map(keyOf));
}

/** Adds an e-mail to the letter it answers, once however often it is delivered. On a letter that has come to its end its writer is told how to go on. */
export async function fileReply(tx: Tx, p: Prepared, caseId: string): Promise<'filed' | 'twice'> {
  const [mailed, file] = [await q.findMailed(tx, caseId), await q.findCase(tx, caseId)];
  if (mailed === null || file === null) throw new Refused(words.unknownRecipient);
  const taken = takenOf(p, caseId, caseId);
  if (!(await q.insertMessage(tx, taken))) return 'twice';
  const process = letterProcess();
  const { number } = file;
  if (!process.steps.say?.from.includes(file.state)) {
    const state = process.states[file.state]?.word;
    await replyByItself(tx, p, taken, { mailed, unionId: file.unionId, body: words.closedNow, secret: { number, state: state ? say(state, mailed.locale) : '' } });
    return 'filed';
  }
  const has = (await files.listOf(tx, 'letter', [caseId])).get(caseId)?.length ?? 0;
  const kept = await keepFor(tx, [...p.looked.taken, ...(p.original ? [p.original] : [])], MOST_FILES_OF_LETTER - has);
  const { text } = shortened(withoutCode(p.text, secrets.open(mailed.codeSealed)) || say(words.onlyFiles, mailed.locale), MAIL.mostText);
  await cases.step(tx, process, 'say', caseId, { kind: 'code' }, { text, files: kept });
  await files.attach(tx, null, kept, { kind: 'letter', id: caseId });
  const refused = [...p.looked.refused, ...p.looked.taken.slice(Math.max(0, kept.length)).map((f) => `${f.name}：${say(words.fileTooMany, mailed.locale)}`)];
  if (refused.length > 0) await replyByItself(tx, p, taken, { mailed, unionId: file.unionId, body: words.filesNotTaken, secret: { number, refused: listOf(refused, mailed.locale) } });
  return 'filed';
}

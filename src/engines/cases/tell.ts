import type { Tx } from '#shared/call';
import { sayDeadline } from '#shared/date-phrases';
import { type Locale, say, type Slots, type Word } from '#shared/words';
import { notify } from '#engines/notify';
import { officersOf, officesWith } from '#engines/org';
import type { Held } from './access.ts';
import { words } from './cases.words.ts';
import type { Process, Step } from './process.rules.ts';
import { type Correspondence, correspondentOf } from './registry.ts';

const memberLink = (p: Process, id: string): string => p.memberPath.replace(':id', id);
const consoleLink = (p: Process, id: string): string => `/console${p.consolePath.replace(':id', id)}`;

/** A sentence whose slots differ by language (deadlines, words), filled in both. */
export const inBoth = (word: Word, slots: (locale: Locale) => Slots): Word => ({ code: word.code, zh: say(word, 'zh', slots('zh')), en: say(word, 'en', slots('en')) });

const slotsOf = (p: Process, { file, union }: Held): Slots => ({ number: file.number, title: file.title, union: union.name, process: say(p.title, 'zh') });

/** Writes to an author without an account, when the channel of the case has somebody who does. */
export async function correspond(tx: Tx, c: Correspondence): Promise<void> {
  if (c.held.file.privacy !== 'anonymous') await correspondentOf(c.held.file.channel)?.(tx, c);
}

/** Tells the author what a step means for him or her; without an account by the way the case came, anonymous authors look it up with their code. */
export async function tellAuthor(tx: Tx, p: Process, held: Held, step: Step, verb: string, text: string): Promise<void> {
  const { file } = held;
  const to = file.authorId ?? file.subjectId;
  if (step.tellsAuthor === undefined) return;
  if (to === null) return correspond(tx, { process: p, held, occasion: `${file.version}/${verb}`, said: step.tellsAuthor, text });
  await notify.tell(tx, {
    key: `${p.name}/${file.id}/${file.version}/${verb}`, to: [to], kind: `${p.name}.${verb}`, word: step.tellsAuthor.title, body: step.tellsAuthor.body,
    slots: slotsOf(p, held), link: memberLink(p, file.id),
  });
}

/** Offices that may take some step in the present state, or for which alone it waits. */
function officesInState(p: Process, state: string): string[] {
  const only = p.states[state]?.for;
  const words = only ? [only] : Object.values(p.steps).filter((s) => s.from.includes(state) && s.can.includes('.')).map((s) => s.can);
  return [...new Set(words.flatMap((w) => officesWith(w)))].filter((o) => o !== 'platformAdmin');
}

/** The people of the union that has the case who could act on it now. */
export async function officersFor(tx: Tx, p: Process, held: Held): Promise<string[]> {
  const offices = officesInState(p, held.file.state);
  if (offices.length === 0) return [];
  const officers = await officersOf(tx, [held.union.id], offices);
  return [...new Set(officers.map((o) => o.personId))].filter((id) => id !== held.file.authorId && id !== held.file.subjectId);
}

/** Tells the office that a case waits for it. */
export async function tellOffice(tx: Tx, p: Process, held: Held, said?: { title: Word; body: Word }): Promise<void> {
  const step = said ?? p.arrives;
  const to = await officersFor(tx, p, held);
  if (step === undefined || to.length === 0) return;
  await notify.tell(tx, {
    key: `${p.name}/${held.file.id}/${held.file.version}/office`, to, kind: `${p.name}.office`, word: step.title, body: step.body,
    slots: slotsOf(p, held), link: consoleLink(p, held.file.id),
  });
}

/** Tells the person a case was given to. */
export async function tellAssignee(tx: Tx, p: Process, held: Held): Promise<void> {
  const { file } = held;
  if (file.assigneeId === null) return;
  const due = (locale: Locale): string => (file.nextDue === null ? '' : sayDeadline(file.nextDue, locale, tx.now));
  await notify.tell(tx, {
    key: `${p.name}/${file.id}/${file.version}/assigned`, to: [file.assigneeId], kind: `${p.name}.assigned`, word: words.assignedTitle,
    body: inBoth(words.assignedBody, (locale) => ({ title: file.title, due: due(locale) })), slots: slotsOf(p, held), link: consoleLink(p, file.id),
  });
}

export { consoleLink, memberLink };

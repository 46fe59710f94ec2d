import type { Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import type { Word } from '#shared/words';
import { type Choice, type Mode, modeOf } from './choice.rules.ts';
import * as q from './choices.sql.ts';
import { words } from './notify.words.ts';
import { hourText, type Hours, minutesOf, nextAt, USUAL_HOURS } from './times.rules.ts';

/** A person's choices as a screen shows them; hours as `HH:MM` in China. */
export type Choices = {
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly digestAt: string;
  /** for every group of messages there is, and `*` for those without a title */
  readonly groups: readonly { readonly group: string; readonly title: Word; readonly email: Mode; readonly sms: 'now' | 'off' }[];
};

const groups = new Map<string, Word>();

/** Names a group of messages (`letters` of `letters.answered`) for the choices screen. Called by parts when they are loaded. */
export function nameGroup(group: string, title: Word): void {
  groups.set(group, title);
}

const named = (): [string, Word][] => [...groups, ['*', words.otherKinds]];

/** A person's choices, complete. */
export async function choicesOf(tx: Tx, personId: string): Promise<Choices> {
  const chosen = await q.listChoices(tx, [personId]);
  const hours: Hours = (await q.listHours(tx, [personId]))[0] ?? USUAL_HOURS;
  return {
    quietFrom: hourText(hours.quietFrom), quietTo: hourText(hours.quietTo), digestAt: hourText(hours.digestAt),
    groups: named().map(([group, title]) => ({ group, title, email: modeOf(chosen, group, 'email'), sms: modeOf(chosen, group, 'sms') === 'off' ? 'off' : 'now' })),
  };
}

export type ChoicesInput = {
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly digestAt: string;
  readonly groups: readonly { readonly group: string; readonly email: Mode; readonly sms: 'now' | 'off' }[];
};

/** Replaces a person's choices. The inbox itself cannot be switched off. */
export async function choose(tx: Tx, personId: string, c: ChoicesInput): Promise<Choices> {
  const known = new Set(named().map(([group]) => group));
  const at = c.groups.findIndex((g) => !known.has(g.group));
  if (at >= 0) throw new Refused(words.groupUnknown, { status: 400, fields: [{ path: `groups.${at}.group`, why: words.groupUnknown }] });
  const hours = { quietFrom: minutesOf(c.quietFrom), quietTo: minutesOf(c.quietTo), digestAt: minutesOf(c.digestAt) };
  const list = new Map<string, Choice>();
  for (const g of c.groups) {
    list.set(`${g.group}/email`, { group: g.group, channel: 'email', mode: g.email });
    list.set(`${g.group}/sms`, { group: g.group, channel: 'sms', mode: g.sms });
  }
  const takesDigest = c.groups.some((g) => g.email === 'digest');
  await q.saveHours(tx, personId, hours, takesDigest ? nextAt(tx.now, hours.digestAt) : null);
  await q.replaceChoices(tx, personId, [...list.values()]);
  if (!takesDigest) await q.undigest(tx, personId);
  return choicesOf(tx, personId);
}

/** No more e-mail of a group (`*`: of any that was not chosen otherwise), as the link in an e-mail asks. */
export async function declineEmail(tx: Tx, personId: string, group: string): Promise<void> {
  if (!(await q.personExists(tx, personId))) throw new Refused(words.tokenBad, { status: 400 });
  await q.saveChoice(tx, personId, { group, channel: 'email', mode: 'off' });
}

/** The title of a group, for sentences. */
export const groupTitle = (group: string): Word => groups.get(group) ?? words.otherKinds;

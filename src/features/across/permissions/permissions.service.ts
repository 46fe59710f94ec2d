import type { z } from 'zod';
import { audit } from '#engines/audit';
import { orgWords } from '#engines/org';
import { type Call, type Download, type Feature, OFFICES, type Office } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { type Actor, scopesOf, type Tx } from '#shared/call';
import { Refused } from '#shared/errors';
import { type Locale, say, type Word } from '#shared/words';
import type { api } from './permissions.contract.ts';
import { linesOf } from './lines.rules.ts';
import { type Decided, deleteDecided, selectDecided, upsertDecided } from './permissions.sql.ts';
import { words } from './permissions.words.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
type Out<K extends keyof typeof api> = z.input<(typeof api)[K]['out']>;
type LineView = Out<'book'>['items'][number]['lines'][number];

let features: readonly Feature[] = [];

/** Told once at the start: every part with its permission words, their usual offices and what they open. */
export function usePermissionBook(all: readonly Feature[]): void {
  features = all;
}

const officeWord = (office: Office): Word => orgWords[`office_${office}`];

function officeOf(text: string): Office {
  const found = OFFICES.find((o) => o === text);
  if (!found) throw new Refused(words.officeUnknown, { status: 400, fields: [{ path: 'office', why: words.officeUnknown }] });
  return found;
}

/** Watching over the others is nobody's to give or take: auditors keep the log, and this screen stays where it is. */
const isFixed = (office: Office, permission: string): boolean =>
  permission.startsWith('permissions.') || (office === 'auditor' && permission.startsWith('audit.'));

const opens = (f: Feature, permission: string): Word[] => f.routes.filter((r) => r.endpoint.can === permission).map((r) => r.endpoint.about);
const titleOf = (f: Feature, permission: string): Word =>
  f.permissionWords?.[permission] ?? opens(f, permission)[0] ?? { code: permission, zh: permission, en: permission };
const isUsual = (f: Feature, permission: string, office: Office): boolean => (f.permissions[permission] ?? []).includes(office);

function lineView(f: Feature, permission: string, office: Office, decided: readonly Decided[], locale: Locale): LineView {
  const usual = isUsual(f, permission, office);
  const own = decided.find((d) => d.office === office && d.permission === permission);
  return {
    permission, title: say(titleOf(f, permission), locale), opens: opens(f, permission).map((w) => say(w, locale)), usual,
    allowed: own?.allowed ?? usual, fixed: isFixed(office, permission),
  };
}

const overTop = (by: Actor): boolean => scopesOf(by, 'permissions.decide').some((path) => /^\/[^/]+\/$/.test(path));

/** Every permission of one office, part by part: what is usual and what holds here. */
export async function book(tx: Tx, by: Actor, i: In<'book'>, call: Call): Promise<Out<'book'>> {
  const office = officeOf(i.office);
  const decided = await selectDecided(tx);
  return {
    office,
    offices: OFFICES.map((o) => ({ office: o, title: say(officeWord(o), call.locale), changed: decided.filter((d) => d.office === o).length })),
    items: features.filter((f) => Object.keys(f.permissions).length > 0).map((f) => ({
      part: f.name, area: f.area, title: say(f.title, call.locale),
      lines: Object.keys(f.permissions).map((p) => lineView(f, p, office, decided, call.locale)),
    })),
    may: overTop(by) ? ['decide'] : [],
  };
}

/** The permissions of one office as a spreadsheet, narrowed as on the screen; the export is in the log. */
export async function exportBook(tx: Tx, by: Actor, i: In<'exportBook'>, call: Call): Promise<Download> {
  const { items } = await book(tx, by, i, call);
  const lines = linesOf(items, i);
  const yesNo = (allowed: boolean): string => say(allowed ? words.yes : words.no, call.locale);
  const office = officeWord(officeOf(i.office));
  await audit.record(tx, by, words.saidExported, { subject: { kind: 'permission', id: i.office }, unionId: tx.federationId, slots: { office, n: lines.length } });
  return exportSheet({
    name: words.title, now: tx.now, locale: call.locale, rows: lines, shown: i.columns,
    columns: [
      { heading: words.columnOffice, cell: () => say(office, call.locale) }, { heading: words.columnPart, under: ['part'], cell: (l) => l.part.title }, { heading: words.columnWhat, under: ['what'], cell: (l) => l.title },
      { heading: words.columnUsual, under: ['usual'], cell: (l) => yesNo(l.usual) }, { heading: words.columnHere, under: ['here'], cell: (l) => yesNo(l.allowed) },
    ],
  });
}

/** Allows an office something or takes it away, from the next request of each holder on. */
export async function decide(tx: Tx, by: Actor, i: In<'decide'>): Promise<Out<'decide'>> {
  if (!overTop(by)) throw new Refused(words.topOnly, { status: 403 });
  const office = officeOf(i.office);
  const f = features.find((one) => Object.hasOwn(one.permissions, i.permission));
  if (!f) throw new Refused(words.permissionUnknown, { status: 404 });
  if (isFixed(office, i.permission)) throw new Refused(words.fixed);
  const usual = isUsual(f, i.permission, office);
  if (i.allowed === usual) await deleteDecided(tx, office, i.permission);
  else await upsertDecided(tx, { office, permission: i.permission, allowed: i.allowed });
  await audit.record(tx, by, i.allowed ? words.saidAllowed : words.saidTaken, {
    subject: { kind: 'permission', id: `${office}/${i.permission}` }, unionId: tx.federationId,
    slots: { office: officeWord(office), what: titleOf(f, i.permission) },
  });
  return { allowed: i.allowed, usual };
}

import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { type Locale, say } from '#shared/words';
import { type Call, doorWords, type Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import { cases } from '#engines/cases';
import { files } from '#engines/files';
import { findUnionByJoinCode, loadUnionFor, officersOf, officesWith } from '#engines/org';
import { rulebook } from '#engines/rulebook';
import { boxForOfficer, everyDaysOf } from './access.service.ts';
import { fileView, rowView } from './boxes.service.ts';
import type { api } from './contact-boxes.contract.ts';
import * as q from './contact-boxes.sql.ts';
import { words } from './contact-boxes.words.ts';
import { correctableUntil, lettersWaiting, standingOn } from './dates.rules.ts';
import * as o from './openings.sql.ts';

type In<K extends keyof typeof api> = z.output<(typeof api)[K]['in']>;
const EXPORT_MOST = 2000;

/** The steps open on an opening: key in, explain the rest, correct. */
export async function stepsOn(tx: Tx, by: Actor, unionId: string, log: readonly o.OpeningRow[]): Promise<Map<string, string[]>> {
  const { values } = await rulebook.look(tx, { unionId }, ['contactBoxes.correct.withinDays']);
  const today = legalDateOf(tx.now);
  return new Map(log.map((x) => [x.id, [
    ...(lettersWaiting(x) > 0 ? ['keyIn', 'settle'] : []),
    ...(x.loggedById === by.personId && today <= correctableUntil(legalDateOf(x.loggedAt), values['contactBoxes.correct.withinDays']) ? ['correct'] : []),
  ]]));
}

async function logOf(tx: Tx, by: Actor, box: q.BoxRow) {
  const log = await o.listOpenings(tx, box.id);
  const ids = log.map((x) => x.id);
  const [before, photos, may] = [await o.listBefore(tx, ids), await files.listOf(tx, 'boxOpening', ids), await stepsOn(tx, by, box.unionId, log)];
  return log.map((x) => ({
    id: x.id, openedOn: x.openedOn, openedAt: x.openedAt.toISOString(), openedBy: x.openedBy, witness: x.witness, witnessId: x.witnessId, found: x.found, keyed: x.keyed, waiting: lettersWaiting(x), leftWhy: x.leftWhy,
    sealIntact: x.sealIntact, note: x.note, loggedBy: x.loggedBy, files: (photos.get(x.id) ?? []).map(fileView),
    before: before.filter((b) => b.openingId === x.id).map((b) => ({ ...b.was, at: b.at.toISOString(), why: b.why })), may: box.retiredOn === null ? (may.get(x.id) ?? []) : (may.get(x.id) ?? []).filter((s) => s !== 'correct'),
  }));
}

const stateWord = (state: string, locale: Locale): string => {
  const word = cases.processNamed('letter').states[state]?.word;
  return word ? say(word, locale) : '';
};

/** One box with its log, its letters and its figures; letters the officer may not read show their number only. */
export async function box(tx: Tx, by: Actor, { id }: In<'box'>, call: Call) {
  const { box: b } = await boxForOfficer(tx, by, id);
  const keepers = await q.listKeepers(tx, [b.id]);
  const photos = (await files.listOf(tx, 'contactBox', [b.id])).get(b.id) ?? [];
  const letters = await o.listLetters(tx, by, b.id);
  return {
    ...rowView(b, keepers, tx.now), placedOn: b.placedOn, retiredOn: b.retiredOn, retiredWhy: b.retiredWhy, everyDays: await everyDaysOf(tx, b.unionId), joinCode: b.joinCode,
    people: keepers.map((k) => ({ id: k.id, name: k.name, union: k.union })), photos: photos.map(fileView), log: await logOf(tx, by, b),
    list: letters.map((l) => ({ letterId: l.open ? l.letterId : null, number: l.number, title: l.open ? l.title : '', state: stateWord(l.state, call.locale), openedOn: l.openedOn, position: l.position })),
    may: b.retiredOn === null ? ['log', 'amend', 'retire'] : [],
  };
}

/** The latest openings of kept boxes, with whether this person may still correct them. */
async function latestOf(tx: Tx, by: Actor, kept: readonly q.BoxRow[]) {
  const latest = await o.listLatest(tx, kept.map((b) => b.id));
  const found = new Map<string, { id: string; openedOn: string; found: number; keyed: number; sealIntact: boolean; note: string; witnessId: string; may: string[] }>();
  for (const unionId of new Set(kept.map((b) => b.unionId))) {
    const here = latest.filter((x) => kept.some((b) => b.id === x.boxId && b.unionId === unionId));
    const may = await stepsOn(tx, by, unionId, here);
    for (const x of here) found.set(x.boxId, { id: x.id, openedOn: x.openedOn, found: x.found, keyed: x.keyed, sealIntact: x.sealIntact, note: x.note, witnessId: x.witnessId, may: (may.get(x.id) ?? []).filter((s) => s === 'correct') });
  }
  return found;
}

/** The boxes a person may log openings of, on the phone: kept ones and those of unions where he or she is in office. */
export async function mine(tx: Tx, by: Actor, _input: In<'mine'>) {
  const unionIds = [...new Set(by.grants.filter((g) => g.permission === 'contactBoxes.keep').map((g) => g.unionId))];
  const kept = await q.listKept(tx, by.personId, unionIds);
  const [keepers, latest] = [await q.listKeepers(tx, kept.map((b) => b.id)), await latestOf(tx, by, kept)];
  const officers = await officersOf(tx, [...new Set(kept.map((b) => b.unionId))], [...officesWith('contactBoxes.keep')]);
  return {
    items: kept.map((b) => {
      const all = [...keepers.filter((k) => k.boxId === b.id).map((k) => ({ id: k.id, name: k.name, union: k.union })), ...officers.filter((f) => f.unionId === b.unionId).map((f) => ({ id: f.personId, name: f.personName, union: f.unionName }))];
      const witnesses = all.filter((p, i) => p.id !== by.personId && all.findIndex((x) => x.id === p.id) === i);
      return { id: b.id, number: b.number, place: b.place, union: b.unionName, standing: standingOn(legalDateOf(tx.now), b), dueOn: b.dueOn, lastOn: b.lastOn, witnesses, last: latest.get(b.id) ?? null };
    }),
  };
}

/** What hangs beside a box, for any phone that reads its code: next opening, figures, published answers without names. */
export async function openBoard(tx: Tx, _by: null, { joinCode, number }: In<'openBoard'>) {
  const union = await findUnionByJoinCode(tx, joinCode);
  const b = union === null ? null : await q.findBoxByNumber(tx, union.id, number);
  if (b === null) throw new Refused(doorWords.notFound, { status: 404 });
  const items = await o.listPublished(tx, b.id);
  return {
    number: b.number, place: b.place, union: b.unionName, standing: standingOn(legalDateOf(tx.now), b), dueOn: b.dueOn, lastOn: b.lastOn, openings: b.openings, letters: b.letters, answered: b.answered,
    items: items.map((x) => ({ question: x.question, answer: x.answer, category: x.category, openedOn: x.openedOn, publishedOn: legalDateOf(x.publishedAt) })),
  };
}

/** The register as a spreadsheet, at most 2,000 boxes; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const unionPath = f.unionId ? (await loadUnionFor(tx, by, 'contactBoxes.keep', f.unionId)).path : undefined;
  const { items } = await q.listBoxes(tx, by, { unionPath, text: f.text, state: f.state }, { today: legalDateOf(tx.now), limit: EXPORT_MOST, offset: 0 });
  const keepers = await q.listKeepers(tx, items.map((b) => b.id));
  const list = items.map((b) => rowView(b, keepers, tx.now));
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: list.length } });
  return exportSheet({
    name: words.exportName, now: tx.now, locale: call.locale, rows: list, shown: f.columns,
    columns: [
      { heading: words.columnUnion, under: ['place'], cell: (b) => b.union }, { heading: words.columnNumber, under: ['number'], cell: (b) => String(b.number) }, { heading: words.columnPlace, under: ['place'], cell: (b) => b.place },
      { heading: words.columnKeepers, under: ['keepers'], cell: (b) => b.keepers.join(' ') }, { heading: words.columnStanding, under: ['state'], cell: (b) => say(words[`standing_${b.standing}`], call.locale) },
      { heading: words.columnLast, under: ['last'], cell: (b) => b.lastOn }, { heading: words.columnDue, under: ['next'], cell: (b) => (b.standing === 'retired' ? '' : b.dueOn) },
      { heading: words.columnOpenings, under: ['figures'], cell: (b) => String(b.openings) }, { heading: words.columnLetters, under: ['figures'], cell: (b) => String(b.letters) }, { heading: words.columnAnswered, under: ['figures'], cell: (b) => String(b.answered) },
      { heading: words.columnToKey, under: ['toKey'], cell: (b) => String(b.toKey) },
    ],
  });
}

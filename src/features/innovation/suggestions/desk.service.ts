import type { z } from 'zod';
import type { Actor, Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { Refused } from '#shared/errors';
import { say } from '#shared/words';
import type { Call, Download } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import type { desk } from './desk.contract.ts';
import { words } from './desk.words.ts';
import { filterOf } from './register.service.ts';
import { adoptUnit, forward } from './steps.service.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { listRegister, type ListedSuggestion } from './suggestions.sql.ts';
import { words as suggestionWords } from './suggestions.words.ts';
import { loadSeen } from './views.service.ts';

type In<K extends keyof typeof desk> = z.output<(typeof desk)[K]['in']>;

const EXPORT_MOST = 20_000;

/** Adopts or passes on up to 100 with one grade; each that cannot be is named with the reason. Always in one order, so that two officers do not wait for each other. */
export async function batch(tx: Tx, by: Actor, { ids, verb, expertGroup, ...d }: In<'batch'>, call: Call) {
  const left: { id: string; title: string; why: string }[] = [];
  const each = [...new Set(ids)].sort();
  for (const id of each) {
    const { title } = (await loadSeen(tx, by, id)).row;
    try {
      if (verb === 'adoptUnit') await adoptUnit(tx, by, { ...d, id });
      else await forward(tx, by, { ...d, id, ...(expertGroup ? { expertGroup } : {}) });
    } catch (why) {
      // Refusals come before anything of this suggestion is written; everything else undoes them all.
      if (!(why instanceof Refused)) throw why;
      left.push({ id, title, why: say(why.word, call.locale, why.slots) });
    }
  }
  if (left.length === each.length) throw new Refused(words.nothingDone, { slots: { why: left[0]?.why ?? '' } });
  return { settled: each.length - left.length, left };
}

/** The register as a spreadsheet with everything that is known of each, at most 20,000 rows; the export is in the log. */
export async function exportRegister(tx: Tx, by: Actor, f: In<'exportRegister'>, call: Call): Promise<Download> {
  const { columns, ...filter } = f;
  const { items } = await listRegister(tx, by, await filterOf(tx, by, { ...filter, limit: EXPORT_MOST, offset: 0 }), { limit: EXPORT_MOST, offset: 0 });
  await audit.record(tx, by, words.auditExported, { subject: { kind: 'register', id: tx.federationId }, slots: { n: items.length } });
  const state = (r: ListedSuggestion): string => say(suggestionProcess.states[r.state as keyof typeof suggestionProcess.states].word, call.locale);
  const at = (n: number | null): string => (n === null ? '' : String(n));
  return exportSheet<ListedSuggestion>({
    name: words.exportName, now: tx.now, locale: call.locale, rows: items, shown: columns,
    columns: [
      { heading: words.number, under: ['number', 'title'], cell: (r) => r.number }, { heading: words.titleColumn, under: ['title'], cell: (r) => r.title }, { heading: words.category, under: ['title'], cell: (r) => say(suggestionWords[`category_${r.category}`], call.locale) },
      { heading: words.unit, under: ['authors'], cell: (r) => r.unit }, { heading: words.authors, under: ['authors'], cell: (r) => r.authors }, { heading: words.problem, under: ['title'], cell: (r) => r.problem }, { heading: words.remedy, under: ['title'], cell: (r) => r.remedy }, { heading: words.effect, under: ['title'], cell: (r) => r.effect },
      { heading: words.place, under: ['title'], cell: (r) => r.place }, { heading: words.campaign, under: ['title'], cell: (r) => r.campaign ?? '' }, { heading: words.state, under: ['state'], cell: state }, { heading: words.level, under: ['level', 'state'], cell: (r) => say(words[`level_${r.level}`], call.locale) },
      { heading: words.group, under: ['group', 'state'], cell: (r) => (r.expertGroup === null ? '' : say(suggestionWords[`group_${r.expertGroup}`], call.locale)) }, { heading: words.firstGrade, under: ['grade'], cell: (r) => at(r.firstGrade) }, { heading: words.grade, under: ['grade'], cell: (r) => at(r.grade) },
      { heading: words.submittedOn, under: ['submitted'], cell: (r) => r.submittedOn }, { heading: words.adoptedOn, under: ['adopted', 'state'], cell: (r) => r.adoptedOn ?? '' }, { heading: words.startedOn, under: ['adopted', 'state'], cell: (r) => r.startedOn ?? '' }, { heading: words.completedOn, under: ['completed', 'state'], cell: (r) => r.completedOn ?? '' },
      { heading: words.standardisedOn, under: ['completed', 'state'], cell: (r) => r.standardisedOn ?? '' }, { heading: words.documentNumber, under: ['completed', 'state'], cell: (r) => r.documentNumber }, { heading: words.rejectedOn, under: ['state'], cell: (r) => r.rejectedOn ?? '' },
      { heading: words.due, under: ['due'], cell: (r) => (r.nextDue ? legalDateOf(r.nextDue) : '') }, { heading: words.benefit, under: ['completed', 'state'], cell: (r) => (r.benefitFen === null ? '' : (r.benefitFen / 100).toFixed(2)) }, { heading: words.awardLevel, under: ['completed', 'state'], cell: (r) => at(r.awardLevel) }, { heading: words.supporters, under: ['supporters', 'state'], cell: (r) => at(r.supporters) },
    ],
  });
}

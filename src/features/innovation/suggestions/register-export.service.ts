import type { Actor, Tx } from '#shared/call';
import { say, type Word } from '#shared/words';
import type { Call } from '#platform/http';
import { exportSheet } from '#platform/sheets';
import { audit } from '#engines/audit';
import type { RegisterField } from './register-import.rules.ts';
import { type ExportRow, listWhole } from './register-import.sql.ts';
import { fieldWords, words } from './register-import.words.ts';
import { suggestionProcess } from './suggestions.process.ts';
import { words as partWords } from './suggestions.words.ts';
import { words as work } from './work.words.ts';

const AT_ONCE = 5_000;
const MOST = 300_000;
const FIRST = { on: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' };

const stateOf = (state: string): Word => (suggestionProcess.states as Record<string, { word: Word }>)[state]?.word ?? partWords.suggestion;
const category = (c: string): Word => (partWords as unknown as Record<string, Word>)[`category_${c}`] ?? partWords.category_other;

/** Everything of the register with the columns that an import reads: handed on, or imported elsewhere. */
export async function exportWhole(tx: Tx, by: Actor, _: unknown, call: Call) {
  const all: ExportRow[] = [];
  for (let after = FIRST; all.length < MOST; ) {
    const some = await listWhole(tx, by, after, AT_ONCE);
    all.push(...some);
    const last = some.at(-1);
    if (some.length < AT_ONCE || last === undefined) break;
    after = { on: last.submittedOn, id: last.id };
  }
  await audit.record(tx, by, work.auditExported, { subject: { kind: 'suggestionRegister', id: tx.federationId }, slots: { n: all.length } });
  const cell: Record<RegisterField, (r: ExportRow) => string | number | null> = {
    number: (r) => r.number, title: (r) => r.title, problem: (r) => r.problem, remedy: (r) => r.remedy, category: (r) => say(category(r.category), call.locale), unit: (r) => r.unit, authors: (r) => r.authors, staffNumbers: (r) => (/^、*$/.test(r.staffNumbers) ? '' : r.staffNumbers),
    shares: (r) => r.shares, submittedOn: (r) => r.submittedOn, result: (r) => say(stateOf(r.state), call.locale), grade: (r) => r.grade, adoptedOn: (r) => r.adoptedOn, startedOn: (r) => r.startedOn, completedOn: (r) => r.completedOn, standardisedOn: (r) => r.standardisedOn,
    documentNumber: (r) => r.documentNumber, benefit: (r) => r.benefitFen, awardLevel: (r) => r.awardLevel, award: (r) => r.awardFen,
  };
  const kinds: Partial<Record<RegisterField, 'date' | 'money' | 'number'>> = { submittedOn: 'date', adoptedOn: 'date', startedOn: 'date', completedOn: 'date', standardisedOn: 'date', benefit: 'money', award: 'money', grade: 'number', awardLevel: 'number' };
  return exportSheet<ExportRow>({
    name: words.registerFile, now: tx.now, locale: call.locale, rows: all,
    columns: (Object.keys(fieldWords) as RegisterField[]).map((f) => { const kind = kinds[f]; return { heading: fieldWords[f], ...(kind ? { kind } : {}), cell: cell[f] }; }),
  });
}

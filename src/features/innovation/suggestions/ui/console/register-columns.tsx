import { Chip, Deadline, type Output, useWords } from '../../../../../web/kit/index.ts';
import type { Columns } from '../../../../../web/kit/desk.ts';
import type { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../desk-ui.words.ts';

export type Row = Output<typeof api.register>['items'][number];

/** The register's columns with their words. */
export function useRegisterColumns(): Columns<Row> {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const grade = (n: number | null): string => (n === null ? '' : w[`grade_${n as 1 | 2 | 3}`]);
  const day = (text: string | null) => <span className="num">{text ?? ''}</span>;
  return {
    number: { title: w.number, extra: true, width: 120, cell: (r) => <span className="num">{sw.prefix} {r.number}</span> },
    title: { title: w.title, cell: (r) => <span className="cell"><b>{r.title}</b><small>{[`${sw.prefix} ${r.number}`, sw[`category_${r.category}`], r.campaign].filter(Boolean).join(' · ')}</small></span> },
    authors: { title: w.authors, width: 170, cell: (r) => <span className="cell">{r.authors}<small>{r.unit}</small></span> },
    state: { title: w.state, width: 160, cell: (r) => r.stateWord },
    grade: { title: w.grade, width: 90, cell: (r) => grade(r.grade ?? r.firstGrade) },
    level: { title: w.level, width: 100, extra: true, cell: (r) => w[`level_${r.level}`] },
    group: { title: w.group, width: 150, extra: true, cell: (r) => (r.expertGroup ? sw[`group_${r.expertGroup}`] : '') },
    due: { title: w.due, width: 130, cell: (r) => (r.nextDue ? <Deadline due={r.nextDue} /> : r.completedOn ? <Chip kind="ok">{sw.completed}</Chip> : '') },
    submitted: { title: w.submitted, width: 110, cell: (r) => day(r.submittedOn) },
    adopted: { title: w.adopted, width: 110, extra: true, cell: (r) => day(r.adoptedOn) },
    completed: { title: w.completed, width: 110, extra: true, cell: (r) => day(r.completedOn) },
    supporters: { title: w.supporters, width: 80, align: 'right', extra: true, cell: (r) => (r.supporters > 0 ? r.supporters : '') },
  };
}

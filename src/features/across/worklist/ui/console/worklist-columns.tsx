import { Chip, Deadline, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { Columns } from '../../../../../web/kit/desk.ts';
import type { api } from '../../worklist.contract.ts';
import { words } from '../worklist-ui.words.ts';

export type Row = Output<typeof api.list>['items'][number];

/** The work list's columns with their words. */
export function useWorklistColumns(): Columns<Row> {
  const w = useWords(words);
  const language = useLocale();
  return {
    item: { title: w.item, cell: (r) => <span className="cell"><b>{r.title}</b><small>{r.processTitle} · <span className="num">{r.number}</span></small></span> },
    origin: { title: w.origin, width: 148, cell: (r) => <span className="cell">{r.origin}<small>{r.author ?? r.privacyWord}</small></span> },
    stands: { title: w.stands, width: 112, cell: (r) => r.stateWord },
    assignee: { title: w.assignee, width: 124, cell: (r) => (r.givenToMe ? w.me : (r.assignee ?? r.union)) },
    due: { title: w.due, width: 136, cell: (r) => <span className="cell">{r.nextDue ? <Deadline due={r.nextDue} /> : <Chip>{w.noDue}</Chip>}{r.reported ? <small>{w.reported}</small> : null}</span> },
    number: { title: w.number, extra: true, width: 120, cell: (r) => <span className="num">{r.number}</span> },
    union: { title: w.union, extra: true, width: 150, cell: (r) => r.union },
    opened: { title: w.opened, extra: true, width: 100, cell: (r) => <span className="num">{showDate(r.openedAt, language)}</span> },
  };
}

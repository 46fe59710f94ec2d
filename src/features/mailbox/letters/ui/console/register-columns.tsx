import { Chip, Deadline, Icon, type Output, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { Columns } from '../../../../../web/kit/desk.ts';
import type { api } from '../../letters.contract.ts';
import { words as letterWords } from '../../letters.words.ts';
import { Rated } from '../both/Faces.tsx';
import { words } from '../desk-ui.words.ts';

export type Row = Output<typeof api.register>['items'][number];

/** The register's columns with their words. */
export function useRegisterColumns(): Columns<Row> {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const language = useLocale();
  const category = (r: Row): string => (lw[`category_${r.category}` as keyof typeof lw] as string | undefined) ?? '';
  return {
    number: { title: w.number, extra: true, width: 120, cell: (r) => <span className="num">{lw.prefix} {r.number}</span> },
    title: { title: w.title, cell: (r) => <span className="cell"><b>{r.title}</b><small>{[`${lw.prefix} ${r.number}`, category(r), r.place].filter(Boolean).join(' · ')}</small></span> },
    origin: { title: w.origin, width: 180, cell: (r) => <span className="cell">{r.originUnion}<small>{r.privacy === 'named' || r.channel === 'email' ? r.writer : lw[`privacy_${r.privacy}`]}</small></span> },
    stands: { title: w.stands, width: 130, cell: (r) => <>{r.stateWord}{r.published ? <> <Icon name="board" size={14} label={w.published} /></> : null}</> },
    assignee: { title: w.assignee, width: 150, cell: (r) => r.assignee ?? r.union },
    due: { title: w.due, width: 130, cell: (r) => (r.nextDue ? <Deadline due={r.nextDue} /> : r.state === 'closed' ? <Chip kind="ok">{lw.closed}</Chip> : '') },
    rating: { title: w.rating, width: 110, cell: (r) => (r.rating ? <Rated n={r.rating} /> : '') },
    opened: { title: w.opened, width: 110, cell: (r) => <span className="num">{showDate(r.openedAt, language)}</span> },
    union: { title: w.union, extra: true, width: 160, cell: (r) => r.union },
    channel: { title: w.channel, extra: true, width: 110, cell: (r) => (lw[`channel_${r.channel}` as keyof typeof lw] as string | undefined) ?? '' },
  };
}

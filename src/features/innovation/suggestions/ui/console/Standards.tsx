import { Chip, DeskPage, Empty, type Output, showDate, showMoney, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { DOCUMENT_KINDS, workApi } from '../../work.contract.ts';
import { words as workWords } from '../../work.words.ts';
import { words } from '../work-ui.words.ts';

type Row = Output<typeof workApi.standards>['items'][number];

/** Standards that came from suggestions 固化成果. */
export default function Standards() {
  const w = useWords(words);
  const ww = useWords(workWords);
  const say = useSay();
  const language = useLocale();
  const day = (d: string | null) => <span className="num">{d === null ? '' : showDate(d, language)}</span>;
  const list = useList<Row>('suggestion-standards', {
    filters: [{ kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'documentKind', label: w.anyKind, options: DOCUMENT_KINDS.map((k) => [k, ww[`doc_${k}`]]) }, { kind: 'days', name: 'from', to: 'to', label: [w.dayFrom, w.dayTo] }],
    columns: {
      document: { title: ww.colDocument, width: 170, cell: (r) => <b className="num">{r.documentNumber}</b> },
      kind: { title: ww.colKind, width: 120, cell: (r) => (r.documentKindWord ? <Chip>{r.documentKindWord}</Chip> : '') },
      title: { title: w.suggestion, cell: (r) => <span className="cell"><b>{r.title}</b><small className="num">{r.number}</small></span> },
      unit: { title: w.unitColumn, width: 140, cell: (r) => r.unit },
      authors: { title: w.authors, width: 140, cell: (r) => r.authors },
      standardised: { title: w.standardisedOn, width: 140, cell: (r) => day(r.standardisedOn) },
      from: { title: w.documentOn, width: 140, extra: true, cell: (r) => day(r.documentOn) },
      benefit: { title: w.verified, width: 130, align: 'right', cell: (r) => (r.benefitFen === null ? '' : showMoney(r.benefitFen)) },
    },
  });
  const rows = useRows(workApi.standards, list);
  return (
    <DeskPage title={say(workWords.standardsFile)} about={rows.total === undefined ? undefined : w.standardsAbout({ n: rows.total })} actions={<ListActions list={list} to={workApi.exportStandards} can="suggestions.read" />}>
      <ListPanel list={list} rows={rows} open={(r) => `/suggestions/${r.id}`} empty={<Empty icon="file" title={w.standardsNone} hint={w.standardsHint} />} />
    </DeskPage>
  );
}

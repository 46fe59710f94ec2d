import { Select, Switch } from 'antd';
import { ask, Basis, Chip, DeskPage, Empty, type Output, useAct, useAddress, useCall, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, namedList, useList } from '../../../../../web/kit/desk.ts';
import { linesOf, type PlacedLine } from '../../lines.rules.ts';
import { api } from '../../permissions.contract.ts';
import { words } from '../permissions-ui.words.ts';

type Book = Output<typeof api.book>;


function Allowed({ line, book }: { line: PlacedLine; book: Book }) {
  const w = useWords(words);
  const decide = useAct(api.decide, { done: w.done, refreshes: [api.book] });
  const office = book.offices.find((o) => o.office === book.office)?.title ?? '';
  const change = async (allowed: boolean): Promise<void> => {
    const title = (allowed ? w.allowAsk : w.takeAsk)({ office, what: line.title });
    if (await ask({ title, text: w.askHint, yes: allowed ? w.allow : w.take, danger: !allowed })) decide.act({ office: book.office, permission: line.permission, allowed });
  };
  const closed = line.fixed || !book.may.includes('decide');
  return (
    <span className="permission">
      <Switch checked={line.allowed} disabled={closed} loading={decide.busy} aria-label={line.title} onChange={(allowed) => void change(allowed)} />
      {' '}
      {line.fixed ? <Chip icon="lock">{w.fixed}</Chip> : line.allowed === line.usual ? null : <Chip kind="gold">{w.changed}</Chip>}
    </span>
  );
}

function usePermissions(book: Book | undefined): List<PlacedLine> {
  const w = useWords(words);
  return useList<PlacedLine>('permissions', {
    more: ['office'],
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'part', label: w.anyPart, options: (book?.items ?? []).map((p) => [p.part, p.title]) },
      { kind: 'tick', name: 'changed', label: w.onlyChanged },
    ],
    columns: {
      part: { title: w.part, width: 150, cell: (l) => l.part.title },
      what: { title: w.what, cell: (l) => <span className="cell"><b>{l.title}</b>{l.opens.length > 1 ? <small>{w.opens({ list: l.opens.join(' · ') })}</small> : null}</span> },
      usual: { title: w.usual, width: 100, cell: (l) => <span className="note">{l.usual ? w.usualYes : w.usualNo}</span> },
      here: { title: w.here, width: 180, cell: (l) => (book ? <Allowed line={l} book={book} /> : null) },
    },
  });
}

/** What each office may do in this federation. */
export default function Permissions() {
  const w = useWords(words);
  const [office] = useAddress('office');
  const book = useCall(api.book, { office: office ?? 'chair' }, { keepWhileChanging: true });
  const list = usePermissions(book.data);
  const items = linesOf(book.data?.items ?? [], { part: list.set['part'], text: list.set['text'], changed: list.set['changed'] === 'true' });
  const rows = { items, total: undefined, loading: book.isPending, error: book.data ? null : book.error, again: () => void book.refetch() };
  const offices = (book.data?.offices ?? []).map((o) => ({ value: o.office, label: o.changed > 0 ? w.officeChanged({ title: o.title, n: o.changed }) : o.title }));
  return (
    <DeskPage title={w.title} about={w.about} actions={<ListActions list={list} to={api.exportBook} can="permissions.read" />}>
      {book.data && !book.data.may.includes('decide') ? <Basis>{w.readOnly}</Basis> : null}
      <ListPanel list={list} rows={rows} empty={<Empty icon="key" title={w.nothing} />}
        also={<Select {...namedList(w.office)} style={{ width: 220 }} {...(book.data ? { value: book.data.office } : {})} onChange={(o: string) => list.change({ office: o })} options={offices} />} />
    </DeskPage>
  );
}

import { Select, Switch, Table } from 'antd';
import { ask, Basis, Card, Chip, DeskPage, Loaded, type Output, useAct, useAddress, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../permissions.contract.ts';
import { words } from '../permissions-ui.words.ts';

type Book = Output<typeof api.book>;
type Part = Book['items'][number];
type Line = Part['lines'][number];

function Allowed({ line, book }: { line: Line; book: Book }) {
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

function PartCard({ part, book }: { part: Part; book: Book }) {
  const w = useWords(words);
  return (
    <Card title={part.title}>
      <Table<Line>
        rowKey="permission" size="middle" pagination={false} dataSource={part.lines} scroll={{ x: 640 }}
        columns={[
          { title: w.what, key: 'what', render: (_, l) => (
            <div className="cell"><b>{l.title}</b>{l.opens.length > 1 ? <small>{w.opens({ list: l.opens.join(' · ') })}</small> : null}</div>
          ) },
          { title: w.usual, key: 'usual', width: 100, render: (_, l) => <span className="note">{l.usual ? w.usualYes : w.usualNo}</span> },
          { title: w.here, key: 'here', width: 180, render: (_, l) => <Allowed line={l} book={book} /> },
        ]}
      />
    </Card>
  );
}

/** What each office may do in this federation. */
export default function Permissions() {
  const w = useWords(words);
  const [office, setOffice] = useAddress('office');
  const book = useCall(api.book, { office: office ?? 'chair' }, { keepWhileChanging: true });
  return (
    <DeskPage
      title={w.title} about={w.about}
      actions={book.data ? (
        <Select
          aria-label={w.office} style={{ width: 240 }} value={book.data.office} onChange={(o) => setOffice(o)}
          options={book.data.offices.map((o) => ({ value: o.office, label: o.changed > 0 ? w.officeChanged({ title: o.title, n: o.changed }) : o.title }))}
        />
      ) : undefined}
    >
      <Loaded from={book} lines={8}>
        {(b) => (
          <>
            {b.may.includes('decide') ? null : <Basis>{w.readOnly}</Basis>}
            {b.items.map((part) => <PartCard key={part.part} part={part} book={b} />)}
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}

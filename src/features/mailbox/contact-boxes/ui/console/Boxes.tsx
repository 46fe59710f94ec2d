import { Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Chip, DeskPage, Empty, Icon, type Input as In, NotShown, type Output, RefusedByServer, saveFile, showDate, tell, useAddress, useCall, useLocale, useMe, useRowKeys, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import '../boxes.css';
import { BoxForm } from './BoxForms.tsx';
import { StandingChip } from '../both/StandingChip.tsx';

type Row = Output<typeof api.register>['items'][number];
type State = NonNullable<In<typeof api.register>['state']>;
const STATES = ['overdue', 'due', 'toKey', 'ready', 'retired'] as const satisfies readonly State[];
const PER_PAGE = 20;

function useColumns() {
  const w = useWords(words);
  const language = useLocale();
  return [
    { title: w.number, width: 80, render: (_: unknown, r: Row) => <span className="num">{r.number}</span> },
    { title: w.place, render: (_: unknown, r: Row) => <span className="cell"><b>{r.place}</b><span className="note">{r.union}</span></span> },
    { title: w.keepers, render: (_: unknown, r: Row) => r.keepers.join(language === 'zh' ? '、' : ', ') },
    { title: w.state, width: 130, render: (_: unknown, r: Row) => <StandingChip of={r.standing} /> },
    { title: w.last, width: 120, render: (_: unknown, r: Row) => (r.lastOn ? showDate(r.lastOn, language) : w.never) },
    { title: w.next, width: 120, render: (_: unknown, r: Row) => (r.standing === 'retired' ? '' : showDate(r.dueOn, language)) },
    { title: w.toKey, width: 110, render: (_: unknown, r: Row) => (r.toKey > 0 ? <Chip kind="warn">{w.toKeyN({ n: r.toKey })}</Chip> : '') },
    { title: `${w.openings} / ${w.letters} / ${w.answered}`, width: 190, render: (_: unknown, r: Row) => <span className="num">{r.openings} / {r.letters} / {r.answered}</span> },
  ];
}

/** Contact boxes over the unions of the officer, overdue and due first. */
export default function Boxes() {
  const w = useWords(words);
  const go = useNavigate();
  const me = useMe();
  const scope = useScope();
  const [page = '1', setPage] = useAddress('page');
  const [text, setText] = useAddress('text');
  const [state, setState] = useAddress('state');
  const [putting, setPutting] = useState(false);
  const [at, setAt] = useState<string>();
  const columns = useColumns();
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'mailboxClerk'].includes(o.kind))?.unionId;
  const asked = { ...(scope.union ? { unionId: scope.union } : {}), ...(text ? { text } : {}), ...(state ? { state: state as State } : {}) };
  const boxes = useCall(api.register, { ...asked, limit: PER_PAGE, offset: (Number(page) - 1) * PER_PAGE }, { keepWhileChanging: true });
  const rows = boxes.data?.items ?? [];
  const open = (id: string): void => void go(`/contact-boxes/${id}`);
  useRowKeys(rows.map((r) => r.id), at, { mark: setAt, open });
  const save = (): void => void saveFile(api.exportRegister, asked, w.exportName).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const narrow = (set: (v: string | undefined) => void) => (v: string | null | undefined): void => { setPage(undefined); set(v || undefined); };
  return (
    <DeskPage title={w.title} about={boxes.data ? w.registerAbout({ n: boxes.data.total }) : undefined}
      actions={<><button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.export}</button>{unionId ? <button type="button" className="btn primary" onClick={() => setPutting(true)}><Icon name="add" size={18} />{w.put}</button> : null}</>}>
      {putting && unionId ? <BoxForm unionId={unionId} close={() => setPutting(false)} /> : null}
      <Card>
        <div className="boxfilters">
          <Input.Search allowClear defaultValue={text} maxLength={60} placeholder={w.find} aria-label={w.find} onSearch={narrow(setText)} />
          <Select allowClear placeholder={w.anyState} aria-label={w.anyState} value={state ?? null} popupMatchSelectWidth={false} onChange={narrow(setState)} options={STATES.map((s) => ({ value: s, label: w[s] }))} />
        </div>
        {boxes.error && !boxes.data ? <NotShown why={boxes.error} again={() => void boxes.refetch()} /> : (
          <Table<Row> rowKey="id" size="middle" loading={boxes.isPending} dataSource={[...rows]} columns={columns} scroll={{ x: 'max-content' }} rowClassName={(r) => (r.id === at ? 'at' : '')}
            onRow={(r) => ({ onClick: () => open(r.id), style: { cursor: 'pointer' } })} locale={{ emptyText: state || text ? <Empty icon="search" title={w.nothing} /> : <Empty icon="box" title={w.none} hint={w.noneHint} /> }}
            pagination={{ current: Number(page), pageSize: PER_PAGE, total: boxes.data?.total ?? 0, hideOnSinglePage: true, showSizeChanger: false, onChange: (p) => setPage(p === 1 ? undefined : String(p)) }} />
        )}
      </Card>
    </DeskPage>
  );
}

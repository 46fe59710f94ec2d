import { Input, Modal, Select, Table } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Chip, DeskPage, Empty, errorAt, Field, FieldText, Icon, type Input as In, NotShown, type Output, RefusedByServer, SavedViews, saveFile, showDate, StepBar, tell, useAct, useAddress, useCall, useLocale, useRowKeys, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import { words as states } from '../../topics.words.ts';
import '../topics.css';
import { words } from '../topics-ui.words.ts';
import { Proposals } from './Proposals.tsx';

type Row = Output<typeof api.register>['items'][number];
const STATES = ['gathering', 'surveying', 'measures', 'told', 'closed', 'merged'] as const;
type State = (typeof STATES)[number];
const PER_PAGE = 20;

/** A topic about to be made: empty, or of proposed letters. */
type Making = { title: string; letterIds: readonly string[] };
const NOTHING: Making = { title: '', letterIds: [] };

function New({ unionId, from, close }: { unionId: string | undefined; from: Making; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [title, setTitle] = useState(from.title);
  const [text, setText] = useState('');
  const open = useAct(api.open, { refreshes: [api.register, api.proposals], after: (out) => { close(); void go(`/topics/${out.id}`); } });
  return (
    <Modal open title={w.new} onCancel={close} onOk={() => open.act({ title, text, letterIds: [...from.letterIds], ...(unionId ? { unionId } : {}) })} okButtonProps={{ disabled: title.trim().length < 2 }} confirmLoading={open.busy}>
      <div className="fields">
        {from.letterIds.length > 0 ? <p className="note">{w.gatheredN({ n: from.letterIds.length })}</p> : null}
        <Field autoFocus label={w.name} placeholder={w.nameHint} maxLength={60} value={title} error={errorAt(open.refusal, 'title') ?? errorAt(open.refusal, 'unionId')} onChange={(e) => setTitle(e.target.value)} />
        <FieldText label={w.text} placeholder={w.textHint} rows={3} maxLength={2000} value={text} error={errorAt(open.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      </div>
    </Modal>
  );
}

function ExportButton({ asked }: { asked: In<typeof api.exportRegister> }) {
  const w = useWords(words);
  const save = (): void => void saveFile(api.exportRegister, asked, w.exportName).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  return <button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.export}</button>;
}

function useColumns() {
  const w = useWords(words);
  const s = useWords(states);
  const language = useLocale();
  const bar = [s.gathering, s.surveying, s.measures, s.told, s.closed];
  return [
    { key: 'title', title: w.columnTitle, render: (_: unknown, r: Row) => <span className="cell"><b>{r.title}</b><small>{s.topicPrefix} {r.number} · {r.union}</small></span> },
    { key: 'state', title: w.columnState, width: 190, render: (_: unknown, r: Row) => <span>{r.stateWord}{r.place === null ? null : <StepBar steps={bar} at={r.place === 5 ? 5 : r.place - 1} />}</span> },
    { key: 'letters', title: w.columnLetters, width: 90, render: (_: unknown, r: Row) => <span className="num">{r.letters}</span> },
    { key: 'measures', title: w.columnMeasures, width: 200, render: (_: unknown, r: Row) => (r.measures === 0 ? '' : <span>{w.nOfM({ n: r.done, m: r.measures })} {r.late > 0 ? <Chip kind="late" icon="late">{w.nLate({ n: r.late })}</Chip> : null}</span>) },
    { key: 'opened', title: w.columnOpened, width: 120, render: (_: unknown, r: Row) => <span className="num">{showDate(r.openedAt, language)}</span> },
  ];
}

function useFilters() {
  const [state, setState] = useAddress('state');
  const [text, setText] = useAddress('text');
  const [page = '1', setPage] = useAddress('page');
  const { union } = useScope();
  const asked = { ...(state ? { state: state as State } : {}), ...(text ? { text } : {}), ...(union ? { unionId: union } : {}) };
  return { state, text, page: Number(page), setState, setText, setPage, asked, union };
}

/** Topics over my unions, the newest first. */
export default function Topics() {
  const w = useWords(words);
  const s = useWords(states);
  const go = useNavigate();
  const f = useFilters();
  const [at, setAt] = useState<string>();
  const [making, setMaking] = useState<Making>();
  const [typed, setTyped] = useState(f.text ?? '');
  useEffect(() => setTyped(f.text ?? ''), [f.text]);
  const list = useCall(api.register, { ...f.asked, limit: PER_PAGE, offset: (f.page - 1) * PER_PAGE }, { keepWhileChanging: true });
  const rows = list.data?.items ?? [];
  const open = (id: string): void => void go(`/topics/${id}`);
  useRowKeys(rows.map((r) => r.id), at, { mark: setAt, open });
  const columns = useColumns();
  return (
    <DeskPage title={s.title} about={list.data ? w.about({ n: list.data.total }) : undefined}
      actions={<><ExportButton asked={f.asked} />{list.data?.may.includes('open') ? <button type="button" className="btn primary" onClick={() => setMaking(NOTHING)}><Icon name="add" size={18} />{w.new}</button> : null}</>}>
      {making ? <New unionId={f.union} from={making} close={() => setMaking(undefined)} /> : null}
      {list.data?.may.includes('open') ? <Proposals unionId={f.union} gather={(title, letterIds) => setMaking({ title: title.slice(0, 60), letterIds })} /> : null}
      <section className="panel topicregister">
        <div className="topicfilters">
          <Input.Search allowClear className="find" value={typed} maxLength={60} placeholder={w.find} aria-label={w.find} onChange={(e) => setTyped(e.target.value)} onSearch={(text) => f.setText(text.trim() || undefined)} />
          <Select allowClear placeholder={w.anyState} aria-label={w.anyState} value={f.state ?? null} onChange={(v: string | null) => f.setState(v ?? undefined)} popupMatchSelectWidth={false} options={STATES.map((value) => ({ value, label: s[value] }))} />
          <span className="end"><SavedViews screen="topics" /></span>
        </div>
        {list.error && !list.data ? <NotShown why={list.error} again={() => void list.refetch()} /> : (
          <Table<Row> rowKey="id" size="middle" loading={list.isPending} dataSource={[...rows]} columns={columns} scroll={{ x: 760 }} locale={{ emptyText: <Empty icon="books" title={w.nothing} hint={w.nothingHint} /> }}
            rowClassName={(r) => (r.id === at ? 'at' : '')} onRow={(r) => ({ onClick: () => open(r.id) })}
            pagination={{ current: f.page, pageSize: PER_PAGE, total: list.data?.total ?? 0, showSizeChanger: false, hideOnSinglePage: true, onChange: (p) => f.setPage(p === 1 ? undefined : String(p)) }} />
        )}
      </section>
    </DeskPage>
  );
}

import { Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Chip, DeskPage, Empty, errorAt, Field, FieldText, Icon, type Output, showDate, StepBar, useAct, useLocale, useScope, useWords } from '../../../../../web/kit/index.ts';
import { type List, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { api } from '../../topics.contract.ts';
import { words as states } from '../../topics.words.ts';
import '../topics.css';
import { words } from '../topics-ui.words.ts';

type Row = Output<typeof api.register>['items'][number];
const STATES = ['gathering', 'surveying', 'measures', 'told', 'closed', 'merged'] as const;

function New({ unionId, close }: { unionId: string | undefined; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const open = useAct(api.open, { refreshes: [api.register], after: (out) => { close(); void go(`/topics/${out.id}`); } });
  return (
    <Modal open title={w.new} onCancel={close} onOk={() => open.act({ title, text, ...(unionId ? { unionId } : {}) })} okButtonProps={{ disabled: title.trim().length < 2 }} confirmLoading={open.busy}>
      <div className="fields">
        <Field autoFocus label={w.name} placeholder={w.nameHint} maxLength={60} value={title} error={errorAt(open.refusal, 'title') ?? errorAt(open.refusal, 'unionId')} onChange={(e) => setTitle(e.target.value)} />
        <FieldText label={w.text} placeholder={w.textHint} rows={3} maxLength={2000} value={text} error={errorAt(open.refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      </div>
    </Modal>
  );
}

function useTopics(): List<Row> {
  const w = useWords(words);
  const s = useWords(states);
  const language = useLocale();
  const bar = [s.gathering, s.surveying, s.measures, s.told, s.closed];
  return useList<Row>('topics', {
    filters: [
      { kind: 'find', name: 'text', label: w.find }, { kind: 'choose', name: 'state', label: w.anyState, options: STATES.map((value) => [value, s[value]]) },
      { kind: 'days', name: 'from', to: 'to', label: [w.from, w.to] },
    ],
    columns: {
      title: { title: w.columnTitle, cell: (r) => <span className="cell"><b>{r.title}</b><small>{s.topicPrefix} {r.number} · {r.union}</small></span> },
      state: { title: w.columnState, width: 190, cell: (r) => <span>{r.stateWord}{r.place === null ? null : <StepBar steps={bar} at={r.place === 5 ? 5 : r.place - 1} />}</span> },
      letters: { title: w.columnLetters, width: 90, cell: (r) => <span className="num">{r.letters}</span> },
      measures: { title: w.columnMeasures, width: 200, cell: (r) => (r.measures === 0 ? '' : <span>{w.nOfM({ n: r.done, m: r.measures })} {r.late > 0 ? <Chip kind="late" icon="late">{w.nLate({ n: r.late })}</Chip> : null}</span>) },
      opened: { title: w.columnOpened, width: 120, cell: (r) => <span className="num">{showDate(r.openedAt, language)}</span> },
    },
  });
}

/** Topics over my unions, the newest first. */
export default function Topics() {
  const w = useWords(words);
  const s = useWords(states);
  const { union } = useScope();
  const [making, setMaking] = useState(false);
  const list = useTopics();
  const rows = useRows(api.register, list);
  const make = rows.answer?.may.includes('open') ? <button type="button" className="btn primary" onClick={() => setMaking(true)}><Icon name="add" size={18} />{w.new}</button> : null;
  return (
    <DeskPage title={s.title} about={rows.total === undefined ? undefined : w.about({ n: rows.total })} actions={<><ListActions list={list} to={api.exportRegister} can="topics.work" />{make}</>}>
      {making ? <New unionId={union} close={() => setMaking(false)} /> : null}
      <ListPanel list={list} rows={rows} open={(r) => `/topics/${r.id}`} empty={<Empty icon="books" title={w.nothing} hint={w.nothingHint}>{make}</Empty>} />
    </DeskPage>
  );
}

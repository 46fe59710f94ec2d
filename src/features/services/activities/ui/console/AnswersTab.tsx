import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Chip, Empty, holds, Icon, type Output, RefusedByServer, saveFile, showList, tell, useAct, useMe, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { words as states } from '../../activities.words.ts';
import { desk } from '../../desk.contract.ts';
import type { Seen } from '../both/Look.tsx';
import { words } from '../desk-ui.words.ts';

type Row = Output<typeof desk.answers>['items'][number];
type Names = ReadonlyMap<string, Row['family']>;

function useColumns(a: Seen, names: Names): Columns<Row> {
  const w = useWords(words);
  const kw = useWords(states);
  const relation = (r: string): string => kw[`relation_${r as 'child' | 'spouse' | 'parent' | 'other'}`] ?? '';
  const said = (value: Row['answers'][number]): string => (typeof value === 'boolean' ? (value ? w.yes : w.no) : value === null ? '' : String(value));
  const family = (r: Row): string => showList((names.get(r.personId) ?? r.family).map((f) => `${f.name}（${relation(f.relation)}${f.age === null ? '' : ` ${String(f.age)}`}）`));
  return {
    name: { title: w.person, width: 110, cell: (r) => <span className="cell"><b>{r.name}</b><small className="num">{r.staffNumber}</small></span> },
    unit: { title: w.unit, width: 150, cell: (r) => r.unit },
    state: { title: w.state, width: 110, cell: (r) => <span className="actrow">{r.state}{r.complete ? null : <Chip kind="warn">{w.incomplete}</Chip>}</span> },
    people: { title: w.people, width: 60, align: 'right', cell: (r) => <span className="num">{r.places}</span> },
    ...(a.family > 0 ? { family: { title: w.familyNames, width: 190, cell: family } } : {}),
    ...Object.fromEntries(a.questions.map((q, i) => [`answer${String(i)}`, { title: q.label, cell: (r: Row) => said(r.answers[i] ?? null) }])),
  };
}

function Purpose({ title, send, close, busy }: { title: string; send: (purpose: string) => void; close: () => void; busy: boolean }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ purpose: string }>();
  return (
    <Modal open title={title} onCancel={close} onOk={() => form.submit()} okText={title} confirmLoading={busy}>
      <Form form={form} layout="vertical" onFinish={(d) => send(d.purpose)}><Form.Item name="purpose" label={w.purpose} extra={w.purposeHint} rules={[{ required: true, min: 2 }]}><Input autoFocus maxLength={200} /></Form.Item></Form>
    </Modal>
  );
}

/** Who signed up with what answers; names of family members are opened with a purpose. */
export function AnswersTab({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const me = useMe();
  const [names, setNames] = useState<Names>(new Map());
  const [asking, setAsking] = useState<'open' | 'export' | null>(null);
  const open = useAct(desk.openFamily, { after: (out) => { setNames(new Map(out.items.map((x) => [x.personId, x.family]))); setAsking(null); } });
  const list = useList<Row>('activity-answers', { filters: [{ kind: 'find', name: 'text', label: w.person }], columns: useColumns(a, names) });
  const rows = useRows(desk.answers, list, { also: { id: a.id } });
  const save = (purpose: string): void => { setAsking(null); void saveFile(desk.exportAnswers, { id: a.id, purpose }, 'sign-ups.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad')); };
  return (
    <div className="actdesk">
      <div className="actacts noprint">
        {a.family > 0 ? <button type="button" className="btn" onClick={() => setAsking('open')}><Icon name="seen" size={18} />{w.openNames}</button> : null}
        {holds(me, 'activities.export') ? <><button type="button" className="btn" onClick={() => save('')}><Icon name="download" size={18} />{a.family > 0 ? w.exportMasked : w.export}</button>{a.family > 0 ? <button type="button" className="btn" onClick={() => setAsking('export')}>{w.exportFull}</button> : null}</> : null}
      </div>
      <ListPanel list={list} rows={rows} empty={<Empty icon="people" title={w.noSign} hint={w.noSignHint} />} />
      {asking ? <Purpose title={asking === 'open' ? w.openNamesTitle : w.exportFull} busy={open.busy} close={() => setAsking(null)} send={(purpose) => (asking === 'open' ? open.act({ id: a.id, purpose }) : save(purpose))} /> : null}
    </div>
  );
}

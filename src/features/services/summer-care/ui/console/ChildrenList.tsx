import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { call, Chip, Empty, errorAt, Facts, type Output, RefusedByServer, showTime, tell, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { type Columns, ListActions, ListPanel, useList, useRows } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { words as server } from '../../summer-care.words.ts';
import { placeLook } from '../both/look.tsx';
import { words } from '../care-desk.words.ts';
import { words as ui } from '../care-ui.words.ts';

type Row = Output<typeof desk.children>['items'][number];
type Step = { readonly of: 'look' | 'remove'; readonly row: Row } | null;

function Particulars({ of: c }: { of: Output<typeof desk.look> }) {
  const w = useWords(words);
  const u = useWords(ui);
  const sw = useWords(server);
  const language = useLocale();
  const who = (p: { name: string; phone: string; relation: 'father' | 'mother' | 'guardian' | 'grandparent' | 'relative' | 'neighbour' | 'other' }): string => `${p.name}（${sw[`relation_${p.relation}`]}）${p.phone}`;
  return (
    <>
      <Facts of={[[w.child, c.child], [w.birth, c.birth], [w.sex, u[c.sex]], [w.people, c.people.map(who).join('；')], [w.contact, who(c.contact)]]} />
      {c.incidents.length > 0 ? <><b>{w.incidents}</b>{c.incidents.map((i) => <p key={i.at + i.text} className="carebox">{i.text}<small className="note num">{showTime(i.at, language)} · {i.by}</small></p>)}</> : null}
    </>
  );
}

/** Full particulars, after a purpose was said. */
function LookForm({ row, close }: { row: Row; close: () => void }) {
  const w = useWords(words);
  const [purpose, write] = useState('');
  const [seen, show] = useState<Output<typeof desk.look> | null>(null);
  const [refusal, refuse] = useState<RefusedByServer | null>(null);
  const look = async (): Promise<void> => {
    try {
      show(await call(desk.look, { id: row.id, purpose: purpose.trim() }));
    } catch (why) {
      if (why instanceof RefusedByServer) refuse(why);
      tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad');
    }
  };
  return (
    <Modal open title={w.lookTitle} onCancel={close} onOk={() => (seen ? close() : void look())} okText={w.look} okButtonProps={{ disabled: !seen && purpose.trim().length < 2, ...(seen ? { style: { display: 'none' } } : {}) }}>
      {seen ? <Particulars of={seen} /> : (
        <><p className="note">{w.purposeHint}</p><Form layout="vertical"><Form.Item label={w.purpose} htmlFor="care-purpose" validateStatus={refusal ? 'error' : ''} help={errorAt(refusal, 'purpose')}><Input id="care-purpose" autoFocus maxLength={200} value={purpose} onChange={(e) => write(e.target.value)} onPressEnter={() => void look()} /></Form.Item></Form></>
      )}
    </Modal>
  );
}

function RemoveForm({ row, close }: { row: Row; close: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ why: string }>();
  const remove = useAct(desk.remove, { form, done: w.removed, refreshes: [desk.children, desk.programme, desk.session], after: close });
  return (
    <Modal open title={w.removeTitle({ child: row.child })} onCancel={close} onOk={() => form.submit()} okText={w.remove} okButtonProps={{ danger: true }} confirmLoading={remove.busy}>
      <p className="note">{w.removeHint}</p>
      <Form form={form} layout="vertical" onFinish={(d) => remove.act({ id: row.id, why: d.why })}><Form.Item name="why" label={w.reason} rules={[{ required: true, min: 2 }]}><Input.TextArea autoFocus rows={3} maxLength={200} /></Form.Item></Form>
    </Modal>
  );
}

function useColumns(step: (s: Step) => void): Columns<Row> {
  const w = useWords(words);
  return {
    child: { title: w.child, width: 90, cell: (r) => (r.forgotten ? <span className="note">{w.deleted}</span> : <b>{r.child}</b>) }, age: { title: w.age, width: 60, align: 'right', cell: (r) => <span className="num">{r.age}</span> }, session: { title: w.session, width: 170, cell: (r) => <span className="cell"><span>{r.session}</span><small>{r.site}</small></span> },
    guardian: { title: w.guardian, width: 90, cell: (r) => r.guardian }, unit: { title: w.unit, width: 150, cell: (r) => r.unit }, phone: { title: w.phone, width: 120, cell: (r) => <span className="num">{r.phone}</span> }, people: { title: w.people, width: 70, align: 'right', extra: true, cell: (r) => <span className="num">{r.people}</span> },
    health: { title: w.health, width: 90, cell: (r) => (r.health ? <Chip kind="warn" icon="health">{w.hasHealth}</Chip> : null) }, state: { title: w.state, width: 140, cell: (r) => <span className="carerow"><Chip kind={placeLook(r.state)}>{r.stateText}</Chip>{r.consentOld ? <Chip kind="warn">{w.oldConsent}</Chip> : null}</span> },
    came: { title: w.came, width: 70, align: 'right', cell: (r) => <span className="num">{r.came > 0 ? r.came : ''}</span> },
    acts: { title: w.acts, width: 150, cell: (r) => (r.forgotten ? null : <span className="carerow"><Button size="small" onClick={() => step({ of: 'look', row: r })}>{w.look}</Button>{r.state === 'over' ? null : <Button size="small" type="text" danger onClick={() => step({ of: 'remove', row: r })}>{w.remove}</Button>}</span>) },
  };
}

/** Children, masked, of one session or of all. */
export function ChildrenList({ sessionId }: { sessionId?: string }) {
  const w = useWords(words);
  const sw = useWords(server);
  const [step, setStep] = useState<Step>(null);
  const also = sessionId ? { sessionId } : {};
  const list = useList<Row>('care-children', {
    filters: [{ kind: 'find', name: 'text', label: w.findChild }, { kind: 'choose', name: 'state', label: w.anyState, options: [['taken', sw.stateTaken], ['handed', sw.handed], ['waiting', w.waiting], ['over', sw.stateOver]] }, { kind: 'tick', name: 'health', label: w.onlyHealth }],
    ask: ({ health, ...set }) => ({ ...set, ...(health ? { health: 'yes' } : {}) }), columns: useColumns(setStep), more: ['programmeId'],
  });
  const rows = useRows(desk.children, list, { also });
  return (
    <>
      <p className="carerow"><span className="note">{rows.total === undefined ? '' : w.childrenAbout({ n: rows.total })}</span><ListActions list={list} to={desk.exportChildren} can="summerCare.export" also={also} /></p>
      <ListPanel list={list} rows={rows} label={w.children} empty={<Empty icon="child" title={w.noChildren} hint={w.noChildrenHint} />} />
      {step?.of === 'look' ? <LookForm row={step.row} close={() => setStep(null)} /> : null}
      {step?.of === 'remove' ? <RemoveForm row={step.row} close={() => setStep(null)} /> : null}
    </>
  );
}

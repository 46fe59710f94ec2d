import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { errorAt, FieldText, type Output, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../desk.contract.ts';
import { ExpertGroup } from '../../suggestions.contract.ts';
import { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../desk-ui.words.ts';
import { Grades } from './Grades.tsx';
import type { Row } from './register-columns.tsx';

type Verb = 'adoptUnit' | 'forward';
type Left = Output<typeof desk.batch>['left'];

/** What can be done with all that is ticked: adopt with one grade, or pass to the company. What could not be done is named. */
export function Batch({ chosen, clear }: { chosen: readonly Row[]; clear: () => void }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const [verb, open] = useState<Verb | null>(null);
  const [grade, setGrade] = useState<number | null>(null);
  const [group, setGroup] = useState('');
  const [text, setText] = useState('');
  const [left, setLeft] = useState<Left>([]);
  const close = (): void => { open(null); setGrade(null); setText(''); setGroup(''); };
  const { act, busy, refusal } = useAct(desk.batch, { refreshes: [api.register], after: (out) => { clear(); close(); setLeft(out.left); tell(w.batchDone({ n: out.settled })); } });
  const send = (): void => { if (verb && grade) act({ ids: chosen.map((r) => r.id), verb, grade, text, ...(group && verb === 'forward' ? { expertGroup: group as Row['expertGroup'] & string } : {}) }); };
  return (
    <>
      {chosen.length > 0 ? <>
        <span className="note">{w.chosen({ n: chosen.length })}</span>
        <Button type="primary" onClick={() => open('adoptUnit')}>{w.batchAdopt}</Button>
        <Button onClick={() => open('forward')}>{w.batchForward}</Button>
      </> : null}
      <Modal open={verb !== null} title={w.batchTitle({ n: chosen.length })} onCancel={close} onOk={send} okText={verb === 'forward' ? w.batchForward : w.batchAdopt} cancelText={w.cancel} okButtonProps={{ disabled: grade === null }} confirmLoading={busy}>
        <div className="fields">
          <Grades value={grade} onChange={setGrade} label={w.pickGrade} />
          {verb === 'forward' ? <div className="field"><span>{w.pickGroup}</span><Select {...namedList(w.pickGroup)} allowClear value={group || null} onChange={(g) => setGroup(g ?? '')} options={ExpertGroup.options.map((g) => ({ value: g, label: sw[`group_${g}`] }))} /></div> : null}
          <FieldText label={w[verb === 'forward' ? 'text_forward' : 'text_adoptUnit']} rows={2} maxLength={3000} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
        </div>
      </Modal>
      <Modal open={left.length > 0} title={w.batchLeft({ n: left.length })} onCancel={() => setLeft([])} footer={<Button type="primary" onClick={() => setLeft([])}>{w.close}</Button>}>
        <ul className="batchleft">{left.map((l) => <li key={l.id}><b>{l.title}</b>：{l.why}</li>)}</ul>
      </Modal>
    </>
  );
}

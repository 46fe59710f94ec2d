import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Card, Chip, DeskPage, Icon, Loaded, type Output, showDate, showShare, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import '../daily.css';
import { words } from '../desk.words.ts';
import { Head } from '../both/Question.tsx';
import { Units } from './Figures.tsx';

type Shown = Output<typeof api.dayFigures>;
const share = (n: number, of: number): string => (of === 0 ? '—' : showShare(n / of, 0));

function Voiding({ id, day, close }: { id: string; day: string; close: () => void }) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const { act, busy } = useAct(api.voidDay, { refreshes: [api.dayFigures, api.schedule], done: w.voided, after: close });
  return (
    <Modal open title={w.voidAsk} onCancel={close} okText={w.void} okButtonProps={{ disabled: why.trim().length < 2 }} confirmLoading={busy} onOk={() => act({ unionId: id, day, why })}>
      <p>{w.voidHint}</p><Input aria-label={w.voidWhy} placeholder={w.voidWhy} maxLength={200} value={why} onChange={(e) => setWhy(e.target.value)} />
    </Modal>
  );
}

function Whole({ of: f }: { of: Shown }) {
  const w = useWords(words);
  const q = f.question;
  return (
    <div className="dqdesk">
      <Card>
        <div className="dqask">
          <Head of={q} />
          {f.voidWhy ? <p><Chip kind="late">{w.isVoid({ why: f.voidWhy })}</Chip></p> : null}
          <p className="num" style={{ margin: 0 }}>{w.answersAll({ n: f.answers, right: f.rightOnes, share: share(f.rightOnes, f.answers) })}</p>
          {q.options.map((o, i) => <div key={o} className={q.right.includes(i) ? 'dqbar right' : 'dqbar'}><span>{'ABCDEF'[i]} {o} {q.right.includes(i) ? <Chip kind="ok" icon="check">{w.rightMark}</Chip> : null}</span><span className="num">{w.chosenN({ n: f.chosen[i] ?? 0 })} · {share(f.chosen[i] ?? 0, f.answers)}</span><i aria-hidden="true"><i style={{ width: `${String(f.answers === 0 ? 0 : Math.round((100 * (f.chosen[i] ?? 0)) / f.answers))}%` }} /></i></div>)}
          {q.explanation ? <p className="dqtold">{w.explanation}: {q.explanation}</p> : null}{q.source ? <p className="note">{w.source}: {q.source}</p> : null}
        </div>
      </Card>
      <Units units={f.units} all={null} />
    </div>
  );
}

/** How one day went: what was chosen, who took part by unit; a faulty question is declared void. */
export default function DayPage() {
  const w = useWords(words);
  const language = useLocale();
  const { id = '', day = '' } = useParams();
  const [voiding, setVoiding] = useState(false);
  const figures = useCall(api.dayFigures, { unionId: id, day });
  const actions = <>{figures.data?.may.includes('void') ? <button type="button" className="btn" onClick={() => setVoiding(true)}><Icon name="close" size={18} />{w.void}</button> : null}<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button></>;
  return (
    <DeskPage title={w.dayTitle({ day: showDate(day, language) })} crumbs={[{ title: w.tab_plan, to: `/daily-question/${id}?month=${day.slice(0, 7)}` }]} actions={actions}>
      <Loaded from={figures} lines={8}>{(f) => <Whole of={f} />}</Loaded>
      {voiding ? <Voiding id={id} day={day} close={() => setVoiding(false)} /> : null}
    </DeskPage>
  );
}

import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ask, Icon, type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../appraisals.contract.ts';
import { words } from '../desk.words.ts';

export type Kept = Output<typeof desk.kept>;
export const CHANGED = [desk.kept, desk.register] as const;

function Ending({ of, way, close }: { of: Kept; way: 'callOff' | 'annul'; close: () => void }) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const { act, busy } = useAct(desk.step, { refreshes: CHANGED, done: w.done, after: close });
  return (
    <Modal open title={w[way]} onCancel={close} onOk={() => act({ id: of.id, step: way, why })} okButtonProps={{ danger: true, disabled: why.trim().length < 2 }} confirmLoading={busy}>
      <Input autoFocus aria-label={w.why} placeholder={w.why} value={why} maxLength={300} onChange={(e) => setWhy(e.target.value)} />
    </Modal>
  );
}

/** The steps that are open to the officer. */
export function Acts({ of }: { of: Kept }) {
  const w = useWords(words);
  const go = useNavigate();
  const [ending, setEnding] = useState<'callOff' | 'annul' | null>(null);
  const { act, busy } = useAct(desk.step, { refreshes: CHANGED, done: w.done });
  const { id, title } = of;
  const asks = { announce: [w.announceAsk({ title }), w.announceHint], open: [w.open, w.openHint], close: [w.closeAsk({ title }), ''], declare: [w.declareAsk({ title }), w.declareHint] } as const;
  const main = (['announce', 'open', 'close', 'declare'] as const).find((s) => of.may.includes(s));
  const sure = async (step: keyof typeof asks): Promise<void> => { const [first, text] = asks[step]; if (await ask({ title: first, ...(text ? { text } : {}), yes: w[step] })) act({ id, step }); };
  return (
    <>
      {(['callOff', 'annul'] as const).map((way) => (of.may.includes(way) ? <button key={way} type="button" className="btn" onClick={() => setEnding(way)}>{w[way]}</button> : null))}
      {of.may.includes('raise') ? <button type="button" className="btn" disabled={busy} onClick={() => act({ id, step: 'raise' })}><Icon name="lock" size={18} />{w.raise}</button> : null}
      {of.may.includes('remind') ? <button type="button" className="btn" disabled={busy} onClick={() => act({ id, step: 'remind' })}><Icon name="bell" size={18} />{w.remind}</button> : null}
      {of.may.includes('hall') ? <button type="button" className="btn" onClick={() => void go(`/ballots/${id}/hall-voting`)}><Icon name="hall" size={18} />{w.hall}</button> : null}
      {of.may.includes('change') ? <button type="button" className="btn" onClick={() => void go(`/appraisals/${id}/edit`)}><Icon name="edit" size={18} />{w.edit}</button> : null}
      {main ? <button type="button" className="btn primary" disabled={busy} onClick={() => void sure(main)}>{w[main]}</button> : null}
      {ending ? <Ending of={of} way={ending} close={() => setEnding(null)} /> : null}
    </>
  );
}

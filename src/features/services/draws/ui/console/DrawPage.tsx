import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ask, Card, Chip, DeskPage, Empty, Facts, Icon, Loaded, type Output, Row, showSpan, showTime, StepBar, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../draws.contract.ts';
import { CheckIt } from '../both/CheckIt.tsx';
import { Marks } from '../both/Marks.tsx';
import { PrizeRow } from '../both/PrizeRow.tsx';
import { words } from '../desk.words.ts';
import { STAGE_CHIP, words as stages } from '../phone.words.ts';
import '../draws.css';
import { Entrants } from './Entrants.tsx';

type Kept = Output<typeof api.kept>;
const CHANGED = [api.kept, api.register, api.entrants] as const;
const AT = { draft: 0, coming: 1, on: 1, closing: 2, frozen: 3, drawn: 5, empty: 2, off: 0 } as const;

function CallOff({ id, close }: { id: string; close: () => void }) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const off = useAct(api.callOff, { refreshes: CHANGED, done: w.calledOff, after: close });
  return (
    <Modal open title={w.callOff} onCancel={close} onOk={() => off.act({ id, why })} okButtonProps={{ danger: true, disabled: why.trim().length < 2 }} confirmLoading={off.busy}>
      <p className="note">{w.callOffHint}</p>
      <Input autoFocus aria-label={w.why} placeholder={w.why} value={why} maxLength={300} onChange={(e) => setWhy(e.target.value)} />
    </Modal>
  );
}

function Again({ id, close }: { id: string; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [why, setWhy] = useState('');
  const [on, setOn] = useState(() => new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10));
  const [at, setAt] = useState('18:00');
  const again = useAct(api.again, { refreshes: CHANGED, done: w.againDone, after: (out) => { close(); void go(`/draws/${out.id}`); } });
  return (
    <Modal open title={w.again} onCancel={close} onOk={() => again.act({ id, why, closesOn: on, closesAt: at })} okButtonProps={{ danger: true, disabled: why.trim().length < 2 }} confirmLoading={again.busy}>
      <p className="note">{w.againHint}</p>
      <Input autoFocus aria-label={w.why} placeholder={w.why} value={why} maxLength={300} onChange={(e) => setWhy(e.target.value)} />
      <p className="note" style={{ marginTop: 12 }}>{w.closes}</p>
      <div className="columns"><Day label={w.closesOn} value={on} onChange={(v) => setOn(v ?? '')} /><Clock label={w.closesAt} value={at} onChange={(v) => setAt(v ?? '')} /></div>
    </Modal>
  );
}

function Acts({ of, open }: { of: Kept; open: (what: 'off' | 'again') => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const announce = useAct(api.announce, { refreshes: CHANGED, done: w.announced });
  const freeze = useAct(api.freeze, { refreshes: CHANGED, done: w.frozen });
  const draw = useAct(api.draw, { refreshes: CHANGED, done: w.drawn });
  const may = (what: string): boolean => of.may.includes(what);
  return (
    <>
      {may('callOff') ? <button type="button" className="btn" onClick={() => open('off')}>{w.callOff}</button> : null}
      {may('again') ? <button type="button" className="btn" onClick={() => open('again')}><Icon name="again" size={18} />{w.again}</button> : null}
      {of.stage === 'drawn' ? <button type="button" className="btn" onClick={() => void go(`/offers/${of.id}`)}><Icon name="qr" size={18} />{w.handOut}</button> : null}
      {of.marks.notice ? <button type="button" className="btn" onClick={() => void go(`/draws/${of.id}/notice`)}><Icon name="print" size={18} />{w.notice}</button> : null}
      {may('change') ? <button type="button" className="btn" onClick={() => void go(`/draws/${of.id}/edit`)}><Icon name="edit" size={18} />{w.edit}</button> : null}
      {may('announce') ? <button type="button" className="btn primary" disabled={announce.busy} onClick={() => void ask({ title: w.announceAsk({ title: of.title }), text: w.announceHint, yes: w.announce }).then((yes) => { if (yes) announce.act({ id: of.id }); })}>{w.announce}</button> : null}
      {may('freeze') ? <button type="button" className="btn primary" disabled={freeze.busy} onClick={() => freeze.act({ id: of.id })}>{w.freeze}</button> : null}
      {may('draw') && of.source === 'witnesses' ? <button type="button" className="btn primary" disabled={draw.busy} onClick={() => draw.act({ id: of.id })}>{w.draw}</button> : null}
    </>
  );
}

function Aside({ of }: { of: Kept }) {
  const w = useWords(words);
  return (
    <div>
      {of.drawnAt ? <Card title={w.check}><CheckIt id={of.id} notice={of.marks.notice} /></Card> : null}
      {of.source === 'drand' ? <Card title={w.chance}><p>{w.source_drand}</p><p className="note">{w.drandHint}</p></Card> : (
        <Card title={w.witnesses} aside={`${w.need} ${of.need}`}>
          {(of.witnesses.length > 0 ? of.witnesses : of.people.map((p, i) => ({ no: i + 1, name: `${p.name}（${p.unit}）`, committed: false, revealed: false }))).map((x) => (
            <Row key={x.no} title={x.name} end={of.stage === 'draft' ? undefined : <Chip kind={x.revealed ? 'ok' : x.committed ? 'info' : 'warn'}>{x.revealed ? w.shown : x.committed ? w.sealed : w.notSealed}</Chip>} />
          ))}
        </Card>
      )}
      {of.marks.rules ? <Card title={w.marks}><Marks of={[[w.markRules, of.marks.rules], [w.markNotice, of.marks.notice], [w.markFile, of.marks.file]]} /></Card> : null}
      {of.terms.length > 0 ? <Card title={w.terms}><ul className="drawlist">{of.terms.map((t) => <li key={t} className="drawlines">{t}</li>)}</ul></Card> : null}
    </div>
  );
}

function Head({ of }: { of: Kept }) {
  const w = useWords(words);
  const s = useWords(stages);
  const language = useLocale();
  return (
    <Card className="drawabout">
      <StepBar steps={[w.steps_prepare, w.steps_enter, w.steps_freeze, w.steps_source, w.steps_draw]} at={AT[of.stage]} />
      <p><Chip kind={STAGE_CHIP[of.stage]}>{s[`stage_${of.stage}`]}</Chip> {of.stage === 'frozen' && of.dueAt ? <span className="note">{(of.source === 'drand' ? w.waitsDrand : w.waitsWitnesses)({ time: showTime(of.dueAt, language) })}</span> : null}</p>
      {of.offWhy ? <p className="note">{w.offWhy({ why: of.offWhy })}</p> : null}
      {of.againOf ? <Row icon="again" title={w.againOf({ why: of.why })} note={w.seeOld} to={`/draws/${of.againOf}`} /> : null}
      {of.next ? <Row icon="again" title={w.seeNew} to={`/draws/${of.next}`} /> : null}
      {of.about ? <p className="drawlines">{of.about}</p> : null}
      {of.prizes.map((p) => <PrizeRow key={p.name} of={p} />)}
      <Facts of={[[w.who, of.who], [w.when, showSpan(of.opensAt, of.closesAt, language)], [w.pickTo, of.pickTo], [w.place, of.place]]} />
    </Card>
  );
}

/** One draw at the desk: its steps, who is in, how it is checked. */
export default function DrawPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const kept = useCall(api.kept, { id });
  const [open, setOpen] = useState<'off' | 'again' | null>(null);
  return (
    <Loaded from={kept}>
      {(d) => (
        <DeskPage title={d.title} about={d.union} actions={<Acts of={d} open={setOpen} />}>
          <div className="drawcols">
            <div><Head of={d} />{d.stage === 'draft' ? <Card><Empty icon="people" title={w.listNone} /></Card> : <Entrants id={id} />}</div>
            <Aside of={d} />
          </div>
          {open === 'off' ? <CallOff id={id} close={() => setOpen(null)} /> : null}
          {open === 'again' ? <Again id={id} close={() => setOpen(null)} /> : null}
        </DeskPage>
      )}
    </Loaded>
  );
}

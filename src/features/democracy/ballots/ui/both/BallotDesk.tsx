import { Input, Modal } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ask, Basis, Card, Chip, Icon, type Output, Row, showSentences, showSpan, showTime, StepBar, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../ballots.contract.ts';
import '../ballots.css';
import { words } from '../desk.words.ts';
import { LEVEL_CHIP, STATE_CHIP, words as phone } from '../phone.words.ts';
import { Outcome } from './Outcome.tsx';
import { Recounting } from './Recounting.tsx';

export type Kept = Output<typeof desk.kept>;
const CHANGED = [desk.kept, desk.register] as const;
const AT = { prepared: 0, announced: 1, open: 2, closed: 3, declared: 5, void: 0 } as const;

function Ending({ of, way, close }: { of: Kept; way: 'callOff' | 'annul'; close: () => void }) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const off = useAct(desk[way], { refreshes: CHANGED, done: way === 'callOff' ? w.calledOff : w.annulled, after: close });
  return (
    <Modal open title={w[way]} onCancel={close} onOk={() => off.act({ id: of.id, why })} okButtonProps={{ danger: true, disabled: why.trim().length < 2 }} confirmLoading={off.busy}>
      <p className="note">{way === 'callOff' ? w.callOffHint : w.annulHint}</p>
      <Input autoFocus aria-label={w.why} placeholder={w.why} value={why} maxLength={300} onChange={(e) => setWhy(e.target.value)} />
    </Modal>
  );
}

/** The steps that are open to the officer. */
export function BallotActs({ of }: { of: Kept }) {
  const w = useWords(words);
  const go = useNavigate();
  const [ending, setEnding] = useState<'callOff' | 'annul' | null>(null);
  const announce = useAct(desk.announce, { refreshes: CHANGED, done: w.announced });
  const raise = useAct(desk.raise, { refreshes: CHANGED, done: w.raised });
  const open = useAct(desk.open, { refreshes: CHANGED, done: w.opened });
  const close = useAct(desk.close, { refreshes: CHANGED, done: w.closed });
  const declare = useAct(desk.declare, { refreshes: CHANGED, done: w.declared });
  const remind = useAct(desk.remind, { done: w.reminded });
  const again = useAct(desk.again, { refreshes: CHANGED, done: w.againDone, after: (out) => void go(`/ballots/${out.id}`) });
  const may = (what: string): boolean => of.may.includes(what);
  const { id, title } = of;
  const primary = (what: string, label: string, busy: boolean, run: () => void) => (may(what) ? <button type="button" className="btn primary" disabled={busy} onClick={run}>{label}</button> : null);
  return (
    <>
      {may('callOff') ? <button type="button" className="btn" onClick={() => setEnding('callOff')}>{w.callOff}</button> : null}
      {may('annul') ? <button type="button" className="btn" onClick={() => setEnding('annul')}>{w.annul}</button> : null}
      {may('raise') ? <button type="button" className="btn" disabled={raise.busy} onClick={() => raise.act({ id, level: 'blind' })}><Icon name="lock" size={18} />{w.raise}</button> : null}
      {may('remind') ? <button type="button" className="btn" disabled={remind.busy} onClick={() => remind.act({ id })}><Icon name="bell" size={18} />{w.remind}</button> : null}
      {may('change') ? <button type="button" className="btn" onClick={() => void go(`/ballots/${id}/edit`)}><Icon name="edit" size={18} />{w.edit}</button> : null}
      {of.level === 'blind' && (of.state === 'open' || of.state === 'announced') ? <button type="button" className="btn" onClick={() => void go(`/ballots/${id}/hall-voting`)}><Icon name="people" size={18} />{w.byCard}</button> : null}
      {of.state === 'open' || of.state === 'announced' ? <a className="btn" href={`/console/ballots/${id}/hall`} target="_blank" rel="noreferrer"><Icon name="board" size={18} />{w.hall}</a> : null}
      {of.result ? <button type="button" className="btn" onClick={() => void go(`/ballots/${id}/minutes`)}><Icon name="print" size={18} />{w.minutes}</button> : null}
      {primary('announce', w.announce, announce.busy, () => void ask({ title: w.announceAsk({ title }), text: w.announceHint, yes: w.announce }).then((yes) => { if (yes) announce.act({ id }); }))}
      {primary('open', w.open, open.busy, () => void ask({ title: w.open, text: w.openHint, yes: w.open }).then((yes) => { if (yes) open.act({ id }); }))}
      {primary('close', w.close, close.busy, () => void ask({ title: w.closeAsk({ title }), yes: w.close }).then((yes) => { if (yes) close.act({ id }); }))}
      {primary('declare', w.declare, declare.busy, () => void ask({ title: w.declareAsk({ title }), yes: w.declare }).then((yes) => { if (yes) declare.act({ id }); }))}
      {primary('again', w.again, again.busy, () => again.act({ id }))}
      {ending ? <Ending of={of} way={ending} close={() => setEnding(null)} /> : null}
    </>
  );
}

const percentOf = (given: number, all: number): number => (all === 0 ? 0 : Math.floor((100 * given) / all));

function Live({ of }: { of: Kept }) {
  const w = useWords(words);
  return (
    <Card title={w.live}>
      <p className="balline"><b className="num">{w.of({ given: of.given, all: of.entitled })}</b><span className="note">{w.percent({ n: percentOf(of.given, of.entitled) })}</span></p>
      <div className="balbar"><i style={{ width: `${percentOf(of.given, of.entitled)}%` }} /></div>
      <p className="note">{w.notVoted}</p>
      {of.units.length > 0 ? <table className="baltable"><caption className="note">{w.units}</caption><tbody>{of.units.map((u) => <tr key={u.name}><td>{u.name}</td><td className="r num">{w.of({ given: u.given, all: u.entitled })}</td></tr>)}</tbody></table> : null}
    </Card>
  );
}

function Sheet({ of }: { of: Kept }) {
  const w = useWords(words);
  const p = useWords(phone);
  const { sheet } = of;
  const names = sheet.kind === 'election' ? sheet.candidates.map((c) => [c.name, c.group]) : sheet.kind === 'poll' ? sheet.options.map((o) => [o.text, '']) : [[p.for, ''], [p.against, ''], [p.abstain, '']];
  return <Card title={w.sheet} aside={sheet.kind === 'election' ? `${w.seats} ${sheet.seats}` : w[`paper_${sheet.kind}`]}>{names.map(([name, note]) => <Row key={`${name}${note}`} title={name} note={note} />)}</Card>;
}

/** Everything of a ballot at the desk but its steps. */
export function BallotPanels({ of }: { of: Kept }) {
  const w = useWords(words);
  const p = useWords(phone);
  const language = useLocale();
  const when = of.opensAt && of.closesAt ? showSpan(of.opensAt, of.closesAt, language) : of.closesAt ? p.until({ time: showTime(of.closesAt, language) }) : '';
  return (
    <div className="balcols">
      <div>
        <Card>
          <StepBar steps={[w.steps_prepare, w.steps_announce, w.steps_open, w.steps_count, w.steps_declare]} at={AT[of.state]} />
          <p className="balline" style={{ marginTop: 8 }}><Chip kind={STATE_CHIP[of.state]}>{p[`state_${of.state}`]}</Chip><Chip kind={LEVEL_CHIP[of.level]} icon={of.level === 'open' ? 'seen' : 'lock'}>{w[`level_${of.level}`]}</Chip><span className="note">{when}</span></p>
          {of.state === 'announced' && !of.keysReady ? <p className="note">{w.keys}</p> : null}
          {of.state === 'closed' && !of.counted ? <p className="note">{w.counting}</p> : null}
          {of.state === 'void' ? <p className="balsum late">{p.why({ why: of.why })}</p> : null}
          {of.about ? <p className="ballines">{of.about}</p> : null}
          {of.decides.map((d) => <p key={d} className="note">{d}</p>)}
          {of.basis.length > 0 ? <Basis>{showSentences(of.basis, language)}</Basis> : null}
        </Card>
        <Outcome of={of} />
        <Sheet of={of} />
      </div>
      <div>
        {of.state === 'prepared' ? <Card title={w.roll}><p>{w[`roll_${of.roll.how}`]} · {w.rollN({ n: of.entitled })}</p></Card> : <Live of={of} />}
        {of.next ? <Card><Link to={`/ballots/${of.next}`}>{w.next}</Link></Card> : null}
        {of.againOf ? <Card><Link to={`/ballots/${of.againOf}`}>{w.before}</Link></Card> : null}
        {of.result ? <Recounting of={of} /> : of.fingerprint ? <Card title={p.fingerprint}><p className="balcode">{of.fingerprint}</p></Card> : null}
        {of.result ? <Card><a href={`/recount/${of.federationId}/${of.id}`} target="_blank" rel="noreferrer">{w.publicPage}</a></Card> : null}
      </div>
    </div>
  );
}

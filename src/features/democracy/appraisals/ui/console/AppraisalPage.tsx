import { useState } from 'react';
import { useParams } from 'react-router';
import { Attach, type Attached, attachments, Basis, Card, Chip, DeskPage, errorAt, FieldText, Loaded, showList, showSentences, showSpan, showTime, StepBar, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../appraisals.contract.ts';
import { Duties, STATE_CHIP } from '../both/looks.tsx';
import { words } from '../desk.words.ts';
import { words as phone } from '../phone.words.ts';
import { Acts, CHANGED, type Kept } from './Acts.tsx';

const AT = { prepared: 0, announced: 1, open: 2, closed: 3, declared: 5, void: 0 } as const;

function DutyFor({ of, no, close }: { of: Kept; no: number; close: () => void }) {
  const w = useWords(words);
  const leader = of.leaderList.find((l) => l.no === no);
  const [text, setText] = useState(leader?.duty ?? '');
  const [files, setFiles] = useState<readonly Attached[]>(leader?.files ?? []);
  const { act, busy, refusal } = useAct(desk.duty, { done: w.saved, refreshes: CHANGED, after: close });
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: of.id, no, text, files: files.map((f) => f.id) }); }}>
      <FieldText label={`${leader?.name ?? ''} · ${w.dutyText}`} rows={6} maxLength={10_000} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} most={10} accept="image/*,.pdf,.docx,.xlsx" />
      <div className="approw"><button type="submit" className="btn primary" disabled={busy}>{w.handIn}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

function Leaders({ of }: { of: Kept }) {
  const w = useWords(words);
  const [open, setOpen] = useState<number | null>(null);
  return (
    <Card title={w.leaders} aside={w.peopleN({ n: of.leaders })}>
      <div className="appwide"><table className="apptable"><tbody>
        {of.leaderList.map((l) => (
          <tr key={l.no}><td className="num">{l.no}</td><th scope="row"><b>{l.name}</b> <small>{l.post}</small></th><td>{l.dutyAt ? <Chip kind="ok" icon="check">{w.dutyThere}</Chip> : <Chip kind="warn">{w.dutyMissing}</Chip>}</td>
            <td className="r">{of.may.includes('duty') ? <button type="button" className="btn plain" onClick={() => setOpen(l.no)}>{l.dutyAt ? w.edit : w.dutyFor}<span className="unseen">{l.name}</span></button> : null}</td></tr>
        ))}
      </tbody></table></div>
      {open === null ? null : <DutyFor key={open} of={of} no={open} close={() => setOpen(null)} />}
      {of.leaderList.some((l) => l.dutyAt) ? <Duties of={of.leaderList.filter((l) => l.dutyAt)} /> : null}
    </Card>
  );
}

function Raters({ of }: { of: Kept }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <Card title={of.state === 'prepared' ? w.raters : w.live}>
      <div className="app">
        <table className="apptable"><tbody>{of.classes.map((c) => <tr key={c.id}><th scope="row"><b>{c.name}</b> <small>{w[`how_${c.how}`]}{c.unions.length > 0 ? ` · ${showList(c.unions.map((u) => u.name), language)}` : ''}</small></th><td className="note">{w.weight({ n: c.weight })}</td><td className="r num">{of.state === 'prepared' ? w.peopleN({ n: c.entitled }) : `${String(c.given)} / ${String(c.entitled)}`}</td></tr>)}</tbody></table>
        {of.state === 'prepared' ? null : <p className="note">{w.notVoted}</p>}
      </div>
    </Card>
  );
}

function Whole({ of }: { of: Kept }) {
  const w = useWords(words);
  const p = useWords(phone);
  const language = useLocale();
  const when = of.opensAt && of.closesAt ? showSpan(of.opensAt, of.closesAt, language) : of.closesAt ? showTime(of.closesAt, language) : '';
  return (
    <div className="appcols">
      <div>
        <Card>
          <div className="app">
            <StepBar steps={[w.steps_prepare, w.steps_announce, w.steps_open, w.steps_count, w.steps_declare]} at={AT[of.state]} />
            <p className="approw"><Chip kind={STATE_CHIP[of.state]}>{p[`state_${of.state}`]}</Chip><Chip kind="info" icon="lock">{w[`level_${of.level}`]}</Chip><span className="note">{p.year({ n: of.year })}{when ? ` · ${when}` : ''}</span></p>
            {of.state === 'announced' && !of.keysReady ? <p className="note">{w.keys}</p> : null}
            {of.state === 'closed' && !of.counted ? <p className="note">{w.counting}</p> : null}
            {of.state === 'void' ? <p className="note">{w.reason({ why: of.why })}</p> : null}
            {of.about ? <p className="apptext">{of.about}</p> : null}
            <p className="note">{w.keeperHint}</p>
          </div>
        </Card>
        {of.figures.length > 0 ? <Card title={w.figures}><div className="app">{of.figures.map((l) => <p key={l.rule}>{l.rule} <b className="num">{l.worked}</b></p>)}</div></Card> : null}
        <Leaders of={of} />
      </div>
      <div>
        <Raters of={of} />
        <Card title={w.readers}><div className="app">{of.above.length > 0 ? <p>{w.above({ names: showList(of.above.slice(0, 3), language) })}</p> : null}{of.readers.map((r) => <p key={r.id}>{r.name} <span className="note">{r.capacity || r.unit}</span></p>)}<p className="note">{w.readersHint}</p></div></Card>
        <Card title={w.rule}><div className="app">{of.decides.map((d) => <p key={d} className="note">{d}</p>)}{of.basis.length > 0 ? <Basis>{showSentences(of.basis, language)}</Basis> : null}</div></Card>
      </div>
    </div>
  );
}

/** One appraisal at the desk: its steps, leaders with their reports of duty, turnout by class; never a result. */
export default function AppraisalPage() {
  const { id = '' } = useParams();
  const kept = useCall(desk.kept, { id }, { every: 5_000 });
  return <Loaded from={kept} lines={8}>{(of) => <DeskPage title={of.title} about={of.union} actions={<Acts of={of} />}><Whole of={of} /></DeskPage>}</Loaded>;
}

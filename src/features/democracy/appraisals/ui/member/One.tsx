import { useState } from 'react';
import { useParams } from 'react-router';
import { Attach, type Attached, attachments, Card, Chip, errorAt, FieldText, Icon, Loaded, PhonePage, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Booth } from '../../../ballots/ui/both/Booth.tsx';
import { mine } from '../../appraisals.contract.ts';
import { Duties, Result, type Seen, STATE_CHIP } from '../both/looks.tsx';
import { words } from '../phone.words.ts';

function OwnDuty({ of, own }: { of: Seen; own: Seen['leaderList'][number] }) {
  const w = useWords(words);
  const [text, setText] = useState(own.duty);
  const [files, setFiles] = useState<readonly Attached[]>(own.files);
  const { act, busy, refusal } = useAct(mine.duty, { done: w.sent, refreshes: [mine.one, mine.list] });
  return (
    <Card title={w.ownDuty}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: of.id, text, files: files.map((f) => f.id) }); }}>
        <FieldText label={w.dutyText} hint={w.dutyHint} rows={8} maxLength={10_000} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
        <Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} most={10} accept="image/*,.pdf,.docx,.xlsx" />
        <button type="submit" className="btn primary wide" disabled={busy}><Icon name="send" size={18} />{w.send}</button>
      </form>
    </Card>
  );
}

function Head({ of }: { of: Seen }) {
  const w = useWords(words);
  return <Card title={of.title}><div className="app"><p className="approw"><Chip kind={STATE_CHIP[of.state]}>{w[`state_${of.state}`]}</Chip><span className="note">{of.union} · {w.year({ n: of.year })}</span></p>{of.about ? <p className="apptext">{of.about}</p> : null}</div></Card>;
}

function Shown({ of }: { of: Seen }) {
  const w = useWords(words);
  const own = of.leaderList.find((l) => l.own);
  const ownResult = of.result.find((r) => r.no === own?.no);
  const others = of.released ? of.result.filter((r) => r.no !== own?.no) : [];
  return (
    <>
      {of.rater ? null : <Head of={of} />}
      {own && of.may.includes('duty') ? <OwnDuty key={own.dutyAt ?? ''} of={of} own={own} /> : null}
      {ownResult ? <Card title={w.ownResult}><div className="app"><Result of={ownResult} grades={of.grades} /><p className="note">{w.ownHint}</p></div></Card> : null}
      <Card title={w.duties} aside={of.class ? w.asClass({ name: of.class }) : undefined}><Duties of={of.leaderList} /></Card>
      {others.length > 0 ? <Card title={w.results}>{others.map((r) => <details key={r.no} className="appone"><summary><b>{r.name}</b><span className="note">{r.post}</span></summary><div><Result of={r} grades={of.grades} /></div></details>)}</Card> : null}
      {of.rater ? <Booth ballotId={of.id} /> : null}
    </>
  );
}

/** An appraisal on the phone: reports of duty, the paper, what may be known of the results. */
export default function One() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(mine.one, { id });
  return <PhonePage title={w.title} up="/appraisals"><Loaded from={one} lines={10}>{(of) => <Shown key={of.id} of={of} />}</Loaded></PhonePage>;
}

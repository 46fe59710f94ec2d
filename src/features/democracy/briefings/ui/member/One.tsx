import { useState } from 'react';
import { useParams } from 'react-router';
import { Card, Chip, errorAt, Field, FieldText, Icon, Loaded, PhonePage, refresh, Toggle, useAct, useCall, useDraft, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../briefings.contract.ts';
import { Agenda, AskedOne, BriefingFacts, type Asked, type Seen, StateChip } from '../both/looks.tsx';
import { words } from '../briefings-ui.words.ts';

const LIVE_MS = 4_000;

function CheckIn({ of: b }: { of: Seen }) {
  const w = useWords(words);
  const [code, setCode] = useState('');
  const { act, busy, refusal } = useAct(api.checkIn, { done: w.checkedIn, refreshes: [api.one, api.list] });
  if (!b.may.includes('checkIn')) return null;
  return (
    <Card title={w.checkIn}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: b.id, code }); }}>
        <Field label={w.code} inputMode="numeric" maxLength={6} value={code} error={errorAt(refusal, 'code')} onChange={(e) => setCode(e.target.value.trim())} />
        <button type="submit" className="btn primary wide" disabled={busy || code.length < 6}><Icon name="check" size={18} />{w.checkIn}</button>
      </form>
    </Card>
  );
}

function Ask({ of: b }: { of: Seen }) {
  const w = useWords(words);
  const draft = useDraft(`briefing ${b.id}`, { text: '' });
  const [named, setNamed] = useState(false);
  const { act, busy, refusal } = useAct(api.ask, { done: w.sent, refreshes: [api.questions, api.one], after: () => draft.drop() });
  if (!b.may.includes('ask')) return null;
  const text = draft.value.text;
  return (
    <Card title={w.ask}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: b.id, text, named }); }}>
        <FieldText label={w.text} rows={2} maxLength={500} value={text} error={errorAt(refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
        <Toggle label={w.named} note={w.namedNote} checked={named} onChange={setNamed} />
        <button type="submit" className="btn primary wide" disabled={busy || text.trim().length < 2}><Icon name="send" size={18} />{w.send}</button>
      </form>
    </Card>
  );
}

function Vote({ of: q }: { of: Asked }) {
  const w = useWords(words);
  const { act, busy } = useAct(api.vote, { refreshes: [api.questions] });
  if (!q.may.includes('vote')) return null;
  return <span><button type="button" className="btn" aria-pressed={q.voted} disabled={busy} onClick={() => act({ id: q.id, on: !q.voted })}><Icon name="add" size={18} />{q.voted ? w.voted : w.vote}<span className="unseen">{q.text}</span></button></span>;
}

function Questions({ of: b }: { of: Seen }) {
  const w = useWords(words);
  const list = useCall(api.questions, { id: b.id, limit: 100 }, { ...(b.state === 'live' ? { every: LIVE_MS } : {}), keepWhileChanging: true });
  return (
    <Card title={w.questions}>
      <Loaded from={list} lines={4}>{({ items }) => (items.length === 0 ? <p className="note">{w.noQuestions}</p> : <ul className="brasked">{items.map((q) => <AskedOne key={q.id} of={q}><Vote of={q} /></AskedOne>)}</ul>)}</Loaded>
    </Card>
  );
}

function Shown({ of: b }: { of: Seen }) {
  const w = useWords(words);
  return (
    <>
      <Card>
        <div className="brdesk">
          <p className="brrow"><StateChip of={b.state} />{b.here ? <Chip kind="ok" icon="check">{w.here}</Chip> : null}</p>
          <h2>{b.title}</h2>
          {b.why ? <p className="brtext">{w.calledOff({ why: b.why })}</p> : null}
          <BriefingFacts of={b} /><Agenda of={b} />
        </div>
      </Card>
      <CheckIn of={b} />
      {b.minutes ? <Card title={w.minutes}><p className="brtext">{b.minutes}</p></Card> : null}
      <Ask of={b} /><Questions of={b} />
    </>
  );
}

/** One briefing: what about, checking in by the code, asking, voting, answers, minutes. */
export default function One() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const briefing = useCall(api.one, { id });
  useLive(() => void refresh(api.one, api.questions));
  return <PhonePage title={w.title} up="/briefings"><Loaded from={briefing} lines={10}>{(b) => <Shown of={b} />}</Loaded></PhonePage>;
}

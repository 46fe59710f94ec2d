import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Card, Chip, DeskPage, Empty, Loaded, Row, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { telephone } from '../../surveys.contract.ts';
import { Answering } from '../both/Answering.tsx';
import { words } from '../desk.words.ts';
import '../surveys.css';

function Entry({ id, personId, name, next }: { id: string; personId: string; name: string; next: () => void }) {
  const w = useWords(words);
  const form = useCall(telephone.form, { id, personId });
  return (
    <div style={{ maxWidth: 640 }}>
      <p className="svhead"><b>{name}</b><button type="button" className="btn" onClick={next}>{w.nextPerson}</button></p>
      <Loaded from={form}>{(s) => <Answering s={s} voter={{ kind: 'interview', personId }} who={`interview.${personId}`} after={<button type="button" className="btn" onClick={next}>{w.nextPerson}</button>} again={() => {}} foot={(buttons) => buttons} />}</Loaded>
    </div>
  );
}

function Find({ id, begun }: { id: string; begun: (personId: string, name: string) => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [why, setWhy] = useState('');
  const [consent, setConsent] = useState(false);
  const people = useCall(telephone.people, { id, text: text.trim() }, { when: text.trim() !== '' });
  const begin = useAct(telephone.begin, { after: () => { if (person) begun(person.id, person.name); } });
  return (
    <Card>
      <p className="note">{w.interviewHint}</p>
      <Input aria-label={w.findPerson} placeholder={w.findPerson} value={text} maxLength={20} onChange={(e) => { setText(e.target.value); setPerson(null); }} />
      {person === null && people.data ? (people.data.items.length === 0 ? <Empty icon="people" title={w.nobodyFound} /> : people.data.items.map((p) => (p.given ? <Row key={p.id} icon="me" title={p.name} note={p.unit} end={<Chip kind="ok">{w.answered}</Chip>} /> : <Row key={p.id} icon="me" title={p.name} note={p.unit} onClick={() => setPerson(p)} />))) : null}
      {person ? (
        <div className="svcards" style={{ marginTop: 12 }}>
          <b>{person.name}</b>
          <Input aria-label={w.interviewWhy} placeholder={`${w.interviewWhy}（${w.whyHint}）`} value={why} maxLength={200} onChange={(e) => setWhy(e.target.value)} />
          <Checkbox checked={consent} onChange={(e) => setConsent(e.target.checked)}>{w.consent}</Checkbox>
          <div><button type="button" className="btn primary" disabled={!consent || why.trim().length < 2 || begin.busy} onClick={() => begin.act({ id, personId: person.id, why, consent: true })}>{w.begin}</button></div>
        </div>
      ) : null}
    </Card>
  );
}

/** Reads the questions to somebody on the telephone and enters what they say. */
export default function Interview() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const [at, setAt] = useState<{ personId: string; name: string } | null>(null);
  return (
    <DeskPage title={w.interviewTitle}>
      {at === null ? <Find id={id} begun={(personId, name) => setAt({ personId, name })} /> : <Entry key={at.personId} id={id} personId={at.personId} name={at.name} next={() => setAt(null)} />}
    </DeskPage>
  );
}

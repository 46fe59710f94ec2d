import { useState } from 'react';
import { useParams } from 'react-router';
import { Card, Chip, errorAt, Facts, Field, Loaded, type Output, PhonePage, Qr, Row, showDate, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { words as congressWords } from '../../congress.words.ts';
import { mine } from '../../my.contract.ts';
import '../congress.css';
import { words } from '../congress-ui.words.ts';

type Seen = Output<typeof mine.card>;

function Contact({ of: c }: { of: Seen }) {
  const w = useWords(words);
  const [contact, set] = useState(c.contact);
  const { act, busy, refusal } = useAct(mine.setContact, { done: w.saved, refreshes: [mine.card, mine.congress] });
  return (
    <Card title={w.contact}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: c.id, contact }); }}>
        <Field label={w.contactLabel} hint={w.contactHint} value={contact} maxLength={100} error={errorAt(refusal, 'contact')} onChange={(e) => set(e.target.value)} />
        <button type="submit" className="btn wide" disabled={busy || contact.trim() === c.contact}>{w.save}</button>
      </form>
    </Card>
  );
}

/** A delegate's own card, with the code that check-in reads, delegation and groups. */
export default function DelegateCard() {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const language = useLocale();
  const { id = '' } = useParams();
  const card = useCall(mine.card, { id });
  return (
    <PhonePage title={w.cardTitle} up="/congress">
      <Loaded from={card} lines={8}>{(c) => (
        <>
          <Card>
            <div className="conghold">
              <span>{c.body}</span><b>{c.name}</b><span className="congline"><Chip kind={c.class === 'delegate' ? 'union' : 'quiet'}>{kw[`class_${c.class}`]}</Chip><span className="num">{w.cardNumber({ n: c.cardNumber })}</span></span>
              <Qr text={c.code} size={188} label={`${c.name} ${c.cardNumber}`} /><small className="note">{c.class === 'delegate' ? w.showHint : `${w.showHint} · ${w.noVote}`}</small>
            </div>
            <Facts of={[[w.term, w.termOf({ n: c.number, from: showDate(c.beganOn, language), to: showDate(c.endsOn, language) })], [w.unit, c.unit], [w.represents, c.constituency ? w.representsN({ name: c.constituency, n: c.electors }) : ''], [w.delegation, c.delegation], [w.head, c.head], [w.groups, c.groups.join('、')]]} />
          </Card>
          {c.class === 'delegate' ? <Contact key={c.contact} of={c} /> : null}
          <Card><Row icon="calendar" tint="info" title={w.sessions} note={w.sessionsHint} to="/sessions" /></Card>
        </>
      )}</Loaded>
    </PhonePage>
  );
}

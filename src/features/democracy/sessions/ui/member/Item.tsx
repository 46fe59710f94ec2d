import { useState } from 'react';
import { useParams } from 'react-router';
import { Card, Chip, Empty, FieldText, Icon, Loaded, PhonePage, Row, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { Booth } from '../../../ballots/ui/both/Booth.tsx';
import { mine } from '../../my.contract.ts';
import { seat } from '../../room.contract.ts';
import { words as both } from '../both.words.ts';
import { ItemChips, Papers, Resolution, type SeenItem } from '../both/looks.tsx';
import { words } from '../phone.words.ts';

function Opinions({ of: i }: { of: SeenItem }) {
  const w = useWords(words);
  const b = useWords(both);
  const draft = useDraft(`opinion ${i.id}`, { text: '' });
  const [summary, setSummary] = useState('');
  const say = useAct(seat.say, { refreshes: [mine.one] });
  const send = async (text: string, gathered: boolean): Promise<void> => { if (await say.actNow({ id: i.id, text, gathered })) { if (gathered) setSummary(''); else draft.drop(); } };
  if (i.opinions.length === 0 && !i.may.includes('opine')) return null;
  return (
    <Card title={w.opinions}>
      <div className="sesdesk">
        {i.opinions.length === 0 ? <p className="note">{w.noOpinions}</p> : null}
        {i.opinions.map((o) => <div key={o.id} className="sesopinion"><span className="sesline"><b>{o.sort === 'gathered' ? o.delegation : o.name}</b>{o.sort === 'gathered' ? <Chip kind="info">{b.gathered}</Chip> : null}{o.taken ? <Chip kind={o.taken === 'declined' ? 'late' : 'ok'}>{b[`taken_${o.taken}`]}</Chip> : null}</span><p className="sestext">{o.text}</p>{o.answer ? <small className="note">{w.answered({ text: o.answer })}</small> : null}</div>)}
        {i.may.includes('opine') ? <form className="sesform" onSubmit={(e) => { e.preventDefault(); void send(draft.value.text, false); }}><FieldText label={w.myOpinion} rows={3} maxLength={2000} value={draft.value.text} onChange={(e) => draft.write({ text: e.target.value })} /><button type="submit" className="btn wide" disabled={say.busy || draft.value.text.trim().length < 2}><Icon name="send" size={18} />{w.send}</button></form> : null}
        {i.may.includes('gather') ? <form className="sesform" onSubmit={(e) => { e.preventDefault(); void send(summary, true); }}><FieldText label={w.gather} rows={3} maxLength={2000} value={summary} onChange={(e) => setSummary(e.target.value)} /><button type="submit" className="btn wide" disabled={say.busy || summary.trim().length < 2}>{w.gather}</button></form> : null}
      </div>
    </Card>
  );
}

function Shown({ of: i }: { of: SeenItem }) {
  const w = useWords(words);
  const b = useWords(both);
  const voted = ['voting', 'counting', 'passed', 'failed'].includes(i.state);
  return (
    <>
      <Card title={`${i.number}. ${i.title}`}>
        <div className="sesdesk"><p className="sesline"><ItemChips of={i} /></p>{i.amends ? <small className="note">{b.amends({ title: i.amends })}</small> : null}{i.reporter ? <small className="note">{b.reporter} · {i.reporter}</small> : null}<p className="sestext">{i.body}</p><Papers of={i.papers} /><Resolution of={i} /></div>
      </Card>
      {i.may.includes('late') ? <Card><Row icon="info" tint="warn" title={w.lateVote} /></Card> : null}
      {voted && (i.may.includes('vote') || i.voted || i.count) ? <Booth ballotId={i.id} /> : null}
      <Opinions of={i} />
    </>
  );
}

/** One item: its text and papers, opinions of the own delegation, the vote. */
export default function Item() {
  const w = useWords(words);
  const { id = '', itemId = '' } = useParams();
  const one = useCall(mine.one, { id });
  return <PhonePage title={w.itemTitle} up={`/sessions/${id}`}><Loaded from={one} lines={8}>{(z) => { const i = z.agenda.find((x) => x.id === itemId); return i ? <Shown key={i.id} of={i} /> : <Card><Empty icon="file" title={w.none} /></Card>; }}</Loaded></PhonePage>;
}

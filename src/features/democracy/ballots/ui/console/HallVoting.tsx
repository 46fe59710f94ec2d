import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ask, Card, Chip, DeskPage, Empty, Field, Icon, Loaded, type Output, Qr, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { hall } from '../../hall.contract.ts';
import { words } from '../../hall.words.ts';
import '../ballots.css';

type Seen = Output<typeof hall.look>;

function Cards({ of }: { of: Seen }) {
  const w = useWords(words);
  return (
    <Card title={w.cards} aside={w.usedOf({ used: of.used, handed: of.handed })}>
      <table className="baltable"><thead><tr><th scope="col">{w.forClass}</th><th scope="col" className="r">{w.entitled}</th><th scope="col" className="r">{w.printed}</th><th scope="col" className="r">{w.handed}</th><th scope="col" className="r">{w.used}</th></tr></thead>
        <tbody>{of.classes.map((c) => <tr key={c.class}><th scope="row">{c.name}</th><td className="r num">{c.entitled}</td><td className="r num">{c.printed}</td><td className="r num">{c.handed}</td><td className="r num">{c.used}</td></tr>)}</tbody></table>
      {of.may.includes('print') ? <p style={{ marginTop: 12 }}><Link className="btn" to={`/ballots/${of.id}/cards`}><Icon name="print" size={18} />{w.toPrint}</Link></p> : null}
    </Card>
  );
}

function Hand({ of }: { of: Seen }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const found = useCall(hall.voters, { id: of.id, text }, { when: text.trim().length > 0, keepWhileChanging: true });
  const { act, busy } = useAct(hall.hand, { done: w.handedDone, refreshes: [hall.look], after: () => setText('') });
  const give = async (p: { id: string; name: string }): Promise<void> => { if (await ask({ title: w.handAsk({ name: p.name }), text: w.handHint, yes: w.hand })) act({ id: of.id, personId: p.id }); };
  return (
    <Card title={w.handTitle}>
      <Field label={w.find} value={text} maxLength={20} autoComplete="off" onChange={(e) => setText(e.target.value)} />
      {text.trim() && found.data?.items.length === 0 ? <p className="note">{w.nobodyFound}</p> : null}
      <table className="baltable"><tbody>{(text.trim() ? (found.data?.items ?? []) : []).map((p) => <tr key={p.id}><th scope="row"><b>{p.name}</b> <span className="note">{p.unit}{p.class ? ` · ${p.class}` : ''}</span></th><td className="num">{p.staffNumber}</td><td className="r"><button type="button" className="btn" disabled={busy} onClick={() => void give(p)}>{w.hand}<span className="unseen">{p.name}</span></button></td></tr>)}</tbody></table>
    </Card>
  );
}

function Terminals({ of }: { of: Seen }) {
  const w = useWords(words);
  const unlock = useAct(hall.unlock, { refreshes: [hall.look] });
  const lock = useAct(hall.lock, { refreshes: [hall.look] });
  const address = `${location.origin}/terminal/${of.federationId}/${of.id}`;
  return (
    <Card title={w.terminals}>
      <div className="bal">
        <p role="status"><Chip kind={of.waiting ? 'warn' : 'quiet'} icon={of.waiting ? 'seen' : 'lock'}>{of.waiting ? w.waiting : w.locked}</Chip></p>
        {of.may.includes('unlock') ? of.waiting ? <button type="button" className="btn wide" disabled={lock.busy} onClick={() => lock.act({ id: of.id })}>{w.lock}</button> : <button type="button" className="btn primary wide" disabled={unlock.busy} onClick={() => unlock.act({ id: of.id })}>{w.unlock}</button> : null}
        <p className="note">{w.address}</p><Qr text={address} size={160} label={w.terminal} /><a href={address} target="_blank" rel="noreferrer">{w.terminal}</a>
      </div>
    </Card>
  );
}

/** The desk in the hall: cards, who gets one, terminals unlocked for one voter at a time. */
export default function HallVoting() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const seen = useCall(hall.look, { id }, { every: 3_000 });
  return (
    <Loaded from={seen} lines={8}>
      {(of) => (
        <DeskPage title={w.title} about={of.title} crumbs={[{ title: of.title, to: of.back }]}>
          {of.level === 'blind' ? <div className="balcols"><div><Card><p>{w.how}</p><p className="note">{w.limit}</p></Card>{of.may.includes('hand') ? <Hand of={of} /> : null}<Cards of={of} /></div><div><Terminals of={of} /></div></div> : <Card><Empty icon="lock" title={w.onlyBlind} /></Card>}
        </DeskPage>
      )}
    </Loaded>
  );
}

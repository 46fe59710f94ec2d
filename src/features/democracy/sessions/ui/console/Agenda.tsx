import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ask, Attach, type Attached, attachments, Card, Chip, Empty, errorAt, Field, FieldText, Icon, showDate, Toggle, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { BallotResult } from '../../../ballots/ui/both/BallotResult.tsx';
import { desk, items } from '../../sessions.contract.ts';
import { words as both } from '../both.words.ts';
import { Count, ItemChips, type Kept, type KeptItem, Papers, Resolution } from '../both/looks.tsx';
import { words } from '../desk.words.ts';
import { CHANGED } from './Acts.tsx';
import { ItemForm } from './ItemForm.tsx';

type Filling = 'change' | 'amend' | 'withdraw' | 'resolve' | 'track' | 'papers' | null;
type Props = { readonly of: KeptItem; readonly z: Kept; readonly close: () => void };

function Frame({ button, busy, off, close, send, children }: { button: string; busy: boolean; off?: boolean; close: () => void; send: () => void; children: ReactNode }) {
  const w = useWords(words);
  return <form className="sesform" onSubmit={(e) => { e.preventDefault(); send(); }}>{children}<div className="sesacts"><button type="submit" className="btn primary" disabled={busy || (off ?? false)}>{button}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div></form>;
}

function Amend({ of: i, close }: Props) {
  const w = useWords(words);
  const [title, setTitle] = useState(i.title);
  const [body, setBody] = useState(i.body);
  const { act, busy } = useAct(items.amend, { done: w.saved, refreshes: CHANGED, after: close });
  return <Frame button={w.amendTitle} busy={busy} off={title.trim().length < 2 || body.trim().length < 2} close={close} send={() => act({ id: i.id, title, body })}><Field label={w.itemTitle} maxLength={120} value={title} onChange={(e) => setTitle(e.target.value)} /><FieldText label={w.text} rows={6} maxLength={20_000} value={body} onChange={(e) => setBody(e.target.value)} /></Frame>;
}

function Withdraw({ of: i, close }: Props) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const { act, busy } = useAct(items.withdraw, { done: w.done, refreshes: CHANGED, after: close });
  return <Frame button={w.withdraw} busy={busy} off={why.trim().length < 2} close={close} send={() => act({ id: i.id, why })}><Field label={w.reason} maxLength={300} value={why} onChange={(e) => setWhy(e.target.value)} /></Frame>;
}

function Resolve({ of: i, close }: Props) {
  const w = useWords(words);
  const b = useWords(both);
  const [text, setText] = useState(i.resolution);
  const [execBy, setBy] = useState(i.execBy);
  const [execDue, setDue] = useState(i.execDue ?? '');
  const { act, busy, refusal } = useAct(items.resolve, { done: w.saved, refreshes: CHANGED, after: close });
  return (
    <Frame button={w.save} busy={busy} off={text.trim().length < 2} close={close} send={() => act({ id: i.id, resolution: text, execBy, execDue: execDue || null })}>
      <FieldText label={b.resolution} rows={4} maxLength={10_000} value={text} onChange={(e) => setText(e.target.value)} />
      <div className="sescols"><Field label={w.execBy} maxLength={80} value={execBy} error={errorAt(refusal, 'execBy')} onChange={(e) => setBy(e.target.value)} /><div><span className="note">{w.execDue}</span><Day aria-label={w.execDue} value={execDue} onChange={(d) => setDue(d ?? '')} /></div></div>
    </Frame>
  );
}

function Track({ of: i, close }: Props) {
  const w = useWords(words);
  const [note, setNote] = useState(i.execNote);
  const [done, setDone] = useState(i.execDoneAt !== null);
  const { act, busy } = useAct(items.track, { done: w.saved, refreshes: CHANGED, after: close });
  return <Frame button={w.save} busy={busy} off={note.trim().length < 2} close={close} send={() => act({ id: i.id, note, done })}><FieldText label={w.trackNote} rows={2} maxLength={1000} value={note} onChange={(e) => setNote(e.target.value)} /><Toggle label={w.trackDone} checked={done} onChange={setDone} /></Frame>;
}

/** Puts papers to an item, or to the session. */
export function PutPapers({ z, itemId, close }: { z: Kept; itemId: string | null; close: () => void }) {
  const w = useWords(words);
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy } = useAct(desk.putPapers, { done: w.putDone, refreshes: CHANGED, after: close });
  return <Frame button={w.putPapers} busy={busy} off={files.length === 0} close={close} send={() => act({ id: z.id, itemId, files: files.map((f) => f.id) })}><Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} most={20} accept="image/*,.pdf,.docx,.xlsx,.txt" /></Frame>;
}

/** The vote on an item, from its opening to its declaration. */
function Vote({ of: i, z }: { of: KeptItem; z: Kept }) {
  const w = useWords(words);
  const open = useAct(items.openVote, { refreshes: CHANGED, done: w.done });
  const close = useAct(items.closeVote, { refreshes: CHANGED, done: w.done });
  const declare = useAct(items.declare, { refreshes: CHANGED, done: w.done });
  const [full, setFull] = useState(false);
  const sure = (title: string, yes: string, run: () => void) => (): void => void ask({ title, yes }).then((good) => { if (good) run(); });
  const { id, title } = i;
  return (
    <>
      {i.may.includes('keys') ? <p className="note">{w.keys}</p> : null}
      {i.state === 'voting' ? <p className="sesline"><b className="num">{w.voting({ given: i.given, voters: i.voters })}</b><span className="note">{w.notPartial}</span></p> : null}
      {i.state === 'counting' ? <p className="sesline"><b>{i.counted ? w.countedNow : w.counting}</b></p> : null}
      {i.count ? <Count of={i.count} state={i.state} /> : null}
      <div className="sesacts noprint">
        {i.may.includes('openVote') ? <button type="button" className="btn primary" disabled={open.busy} onClick={sure(w.voteAsk({ title }), w.openVote, () => open.act({ id }))}><Icon name="vote" size={18} />{w.openVote}</button> : null}
        {i.may.includes('cards') ? <Link className="btn" to={`/ballots/${id}/hall-voting`}><Icon name="card" size={18} />{w.hallVoting}<span className="unseen">{title}</span></Link> : null}
        {i.may.includes('closeVote') ? <button type="button" className="btn primary" disabled={close.busy} onClick={sure(w.closeAsk({ title }), w.closeVote, () => close.act({ id }))}>{w.closeVote}<span className="unseen">{title}</span></button> : null}
        {i.may.includes('declare') ? <button type="button" className="btn primary" disabled={declare.busy} onClick={sure(w.declareAsk({ title }), w.declare, () => declare.act({ id }))}>{w.declare}<span className="unseen">{title}</span></button> : null}
        {i.count ? <button type="button" className="btn" aria-expanded={full} onClick={() => setFull(!full)}>{w.fullCount}</button> : null}
      </div>
      {full ? <BallotResult federationId={z.federationId} ballotId={id} /> : null}
    </>
  );
}

function Item({ of: i, z }: { of: KeptItem; z: Kept }) {
  const w = useWords(words);
  const b = useWords(both);
  const [filling, fill] = useState<Filling>(null);
  const present = useAct(items.present, { refreshes: CHANGED, done: w.done });
  const note = useAct(items.note, { refreshes: CHANGED, done: w.done });
  const move = useAct(items.move, { refreshes: CHANGED });
  const close = (): void => fill(null);
  const some = (verb: string, label: string, run: () => void, busy = false, first = false): ReactNode => (i.may.includes(verb) ? <button type="button" className={`btn ${first ? 'primary' : ''}`} disabled={busy} onClick={run}>{label}<span className="unseen">{i.title}</span></button> : null);
  const Forms = { amend: Amend, withdraw: Withdraw, resolve: Resolve, track: Track } as const;
  const Form = filling && filling in Forms ? Forms[filling as keyof typeof Forms] : null;
  return (
    <li className={`sesitem ${i.state === 'presented' || i.state === 'voting' ? 'now' : ''}`} data-item={i.title}>
      <span className="sesline"><ItemChips of={i} /><span className="note">{b[`matter_${i.matter}`]}</span>{i.ratified ? <Chip kind={i.ratified === 'ratified' ? 'ok' : 'warn'}>{w[`ratified_${i.ratified}`]}</Chip> : null}</span>
      <h3>{i.number}. {i.title}</h3>
      {i.amends ? <small className="note">{b.amends({ title: i.amends })}</small> : null}{i.ratifies ? <small className="note">{b.ratifies({ title: i.ratifies })}</small> : null}
      {i.body ? <details><summary>{w.text}{i.reporter ? ` · ${i.reporter}` : ''}</summary><p className="sestext">{i.body}</p></details> : null}
      <Papers of={i.papers} /><Vote of={i} z={z} /><Resolution of={i} />
      {filling === 'change' ? <ItemForm z={z} of={i} close={close} /> : Form ? <Form of={i} z={z} close={close} /> : filling === 'papers' ? <PutPapers z={z} itemId={i.id} close={close} /> : (
        <div className="sesacts noprint">
          {some('present', w.present, () => present.act({ id: i.id }), present.busy, true)}{some('note', w.note, () => note.act({ id: i.id }), note.busy, true)}{some('resolve', w.resolve, () => fill('resolve'), false, i.resolution === '')}{some('track', w.track, () => fill('track'))}
          {some('change', w.edit, () => fill('change'))}{some('amend', w.amend, () => fill('amend'))}{some('papers', w.papers, () => fill('papers'))}{some('withdraw', w.withdraw, () => fill('withdraw'))}{some('move', w.up, () => move.act({ id: i.id, up: true }), move.busy)}{some('move', w.down, () => move.act({ id: i.id, up: false }), move.busy)}
          {i.opinions > 0 ? <Link className="btn" to={`/sessions/${z.id}/opinions?item=${i.id}`}>{w.opinionsN({ n: i.opinions })}</Link> : null}
        </div>
      )}
    </li>
  );
}

/** The agenda with everything that is done to its items. */
export function Agenda({ of: z }: { of: Kept }) {
  const w = useWords(words);
  const language = useLocale();
  const [adding, setAdding] = useState(false);
  const [putting, setPutting] = useState(false);
  return (
    <>
      <Card title={w.agenda} aside={w.papersBy({ day: showDate(z.papersBy, language) })}>
        {z.agenda.length === 0 && !adding ? <Empty icon="file" title={w.agendaNone} hint={w.agendaNoneHint} /> : <ol className="sesagenda">{z.agenda.map((i) => <Item key={i.id} of={i} z={z} />)}</ol>}
        {adding ? <ItemForm z={z} of={null} close={() => setAdding(false)} /> : z.may.includes('add') ? <div className="sesacts noprint"><button type="button" className="btn" onClick={() => setAdding(true)}><Icon name="add" size={18} />{w.addItem}</button></div> : null}
      </Card>
      {z.papers.length > 0 || z.may.includes('papers') ? (
        <Card title={w.papers}><div className="sesdesk">{z.papers.length === 0 ? <p className="note">{w.noPapers}</p> : <Papers of={z.papers} />}{putting ? <PutPapers z={z} itemId={null} close={() => setPutting(false)} /> : z.may.includes('papers') ? <div className="sesacts noprint"><button type="button" className="btn" onClick={() => setPutting(true)}><Icon name="upload" size={18} />{w.putPapers}</button></div> : null}</div></Card>
      ) : null}
    </>
  );
}

import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Chip, FieldText, Field, Icon, showDate, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../looking.contract.ts';
import { looking } from '../../looking.rules.ts';
import { api as suggestions } from '../../suggestions.contract.ts';
import { words } from '../writing-ui.words.ts';
import type { Alike } from './use-look-alikes.ts';

const LEAST_WHY = 4;

/** Joining it instead, with a word or without. */
function Join({ alike, close, joined }: { alike: Alike; close: () => void; joined: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const { act, busy } = useAct(api.support, { done: w.joinDone, refreshes: [api.lookAlikes, suggestions.mine], after: joined });
  return (
    <div className="fields">
      <FieldText label={w.joinText} hint={w.joinHint} rows={2} maxLength={looking.word} value={text} onChange={(e) => setText(e.target.value)} />
      <div className="sugacts"><button type="button" className="btn" onClick={close}>{w.cancel}</button><button type="button" className="btn primary" disabled={busy} onClick={() => act({ id: alike.id, text })}>{w.joinDo}</button></div>
    </div>
  );
}

/** Why mine differs, in a line that goes along with mine. */
function Differ({ why, close, keep }: { why: string; close: () => void; keep: (why: string) => void }) {
  const w = useWords(words);
  const [text, setText] = useState(why);
  const [told, setTold] = useState(false);
  const short = text.trim().length < LEAST_WHY;
  return (
    <div className="fields">
      <Field label={w.differText} hint={w.differHint} maxLength={200} value={text} error={told && short ? w.differShort : undefined} onChange={(e) => setText(e.target.value)} />
      <div className="sugacts"><button type="button" className="btn" onClick={close}>{w.cancel}</button><button type="button" className="btn primary" onClick={() => { if (short) setTold(true); else keep(text.trim()); }}>{w.differDo}</button></div>
    </div>
  );
}

function What({ alike: a }: { alike: Alike }) {
  const w = useWords(words);
  const language = useLocale();
  const date = showDate(a.submittedOn, language);
  return (
    <>
      <b>{a.title}</b>
      <span className="sugstate">
        <Chip kind={a.strong ? 'warn' : 'quiet'}>{w.score({ n: a.score })}</Chip><Chip kind="info">{a.stateWord}</Chip>
        {a.mine ? <Chip kind="union">{w.mineBefore}</Chip> : null}{a.joined ? <Chip kind="ok" icon="check">{w.joined}</Chip> : null}{a.supporters > 0 ? <span>{w.joinedBy({ n: a.supporters })}</span> : null}
      </span>
      <span className="note">{a.authors ? w.byThem({ names: a.authors, unit: a.unit, date }) : w.firstOn({ unit: a.unit, date })}</span>
      {a.excerpt.length > 0
        ? <div className="sugquote"><span className="note">{w.theirs}</span> {a.excerpt.map((p, i) => (p.shared ? <mark key={`${i.toString()}m`}>{p.text}</mark> : <span key={`${i.toString()}t`}>{p.text}</span>))}</div>
        : a.shared.length > 0 ? <div className="sugquote"><span className="note">{w.sharedWords}</span> {a.shared.map((s, i) => <span key={s}>{i > 0 ? ' … ' : ''}<mark>{s}</mark></span>)}</div> : null}
    </>
  );
}

type Told = { readonly differs: Readonly<Record<string, string>>; readonly differ: (id: string, why: string) => void; readonly joined: () => void };

/** One earlier suggestion: open it, join it, or say why mine differs. */
function One({ alike, differs, differ, joined }: Told & { alike: Alike }) {
  const w = useWords(words);
  const go = useNavigate();
  const [doing, setDoing] = useState<'join' | 'differ' | null>(null);
  const why = differs[alike.id] ?? '';
  return (
    <article className="alike">
      <What alike={alike} />
      {why ? <p className="note"><Icon name="check" size="1em" /> {w.differed}：{why}</p> : null}
      {doing === 'join' ? <Join alike={alike} close={() => setDoing(null)} joined={joined} /> : null}
      {doing === 'differ' ? <Differ why={why} close={() => setDoing(null)} keep={(text) => { differ(alike.id, text); setDoing(null); }} /> : null}
      {doing ? null : (
        <div className="sugacts">
          {alike.opens ? <button type="button" className="btn" onClick={() => void go(`/suggestions/${alike.id}`)}>{w.open}</button> : null}
          {alike.joins ? <button type="button" className="btn" onClick={() => setDoing('join')}><Icon name="people" size={18} />{w.join}</button> : null}
          {alike.mine ? null : <button type="button" className="btn" onClick={() => setDoing('differ')}>{w.differ}</button>}
        </div>
      )}
      {alike.opens || doing ? null : <p className="note">{w.notShared}</p>}
    </article>
  );
}

/** Says while one types that there are some, and leads to them. */
export function NearBy({ n }: { n: number }) {
  const w = useWords(words);
  return <div role="status" className={n === 0 ? 'unseen' : 'stickyline'}>{n === 0 ? null : <button type="button" className="sugnote sugnear" onClick={() => document.getElementById('look-alikes')?.scrollIntoView({ behavior: 'smooth', block: 'center' })}>{n === 1 ? w.alikeOne : w.alike({ n })}<Icon name="down" size={18} /></button>}</div>;
}

/** Earlier suggestions like the one being written. `last`: it is about to be handed in. */
export function LookAlikes({ found, last, ...told }: Told & { found: readonly Alike[]; last?: boolean }) {
  const w = useWords(words);
  if (found.length === 0) return null;
  return (
    <div id="look-alikes" className="stackcard"><Card className="alikecard" title={last ? w.checkTitle : found.length === 1 ? w.alikeOne : w.alike({ n: found.length })}>
      <p className="note">{last ? w.checkHint : w.alikeHint}</p>
      {found.map((a) => <One key={a.id} alike={a} {...told} />)}
    </Card></div>
  );
}

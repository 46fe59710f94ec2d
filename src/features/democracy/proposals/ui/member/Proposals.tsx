import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Card, Chip, Choose, Empty, Icon, LoadedPages, type Output, PhonePage, RefusedByServer, saveFile, showDay, tell, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../proposals.contract.ts';
import { KINDS, type Kind } from '../../proposals.rules.ts';
import { words as texts } from '../../proposals.words.ts';
import { Chips, type Row, Way } from '../both/looks.tsx';
import { words } from '../proposals-ui.words.ts';

const SHOW = ['all', 'mine', 'followed', 'hot'] as const;
type Start = Output<typeof api.start>;

function useWaits(p: Row): string {
  const w = useWords(words);
  if (!p.mine) return p.asked === 'open' && p.state === 'gathering' ? w.waitsSecond : '';
  if (p.state === 'answered' || p.state === 'answeredAgain') return w.waitsRate;
  if (p.state === 'returned') return w.waitsComplete;
  return p.state === 'gathering' && p.seconders >= p.least ? w.waitsSubmit : '';
}

function One({ of: p }: { of: Row }) {
  const w = useWords(words);
  const language = useLocale();
  const waits = useWaits(p);
  const note = [p.mover, p.submittedOn ? showDay(p.submittedOn, language) : '', p.state === 'gathering' ? w.secondersOf({ n: p.seconders, least: p.least }) : w.seconders({ n: p.seconders }), p.followers > 0 ? w.followers({ n: p.followers }) : ''].filter(Boolean).join(' · ');
  return (
    <Link className="card propcard" to={`/proposals/${p.id}`}>
      <Chips of={p} />
      <b>{p.title}</b>
      <Way of={p} />
      <small className="num">{note}</small>
      <small>{p.session}{p.department ? ` · ${p.department}` : ''}</small>
      {waits ? <span><Chip kind="warn" icon="tasks">{waits}</Chip></span> : null}
    </Link>
  );
}

function Open({ of: s }: { of: Start }) {
  const w = useWords(words);
  const language = useLocale();
  const [open] = s.open;
  const shown = open ?? s.collections.find((c) => c.stage === 'open');
  if (shown === undefined) return null;
  return (
    <Card>
      <div className="propcards">
        <b>{w.openNow({ session: shown.session })}</b>
        <span className="propnote num">{w.openUntil({ closes: showDay(shown.closesOn, language), on: showDay(shown.sessionOn, language) })} · {w.needSeconders({ n: shown.seconders })}</span>
        {shown.about ? <p className="propsay propnote">{shown.about}</p> : null}
        {open ? null : <p className="propnote">{w.notDelegate} <Link to="/congress">{w.myDelegates}</Link></p>}
      </div>
    </Card>
  );
}

function Public({ text, kind, session, show }: { text: string; kind: Kind | undefined; session: string | undefined; show: (typeof SHOW)[number] }) {
  const w = useWords(words);
  const asked = { ...(text ? { text } : {}), ...(kind ? { kind } : {}), ...(session ? { collectionId: session } : {}), ...(show === 'followed' ? { followed: 'true' as const } : {}), ...(show === 'hot' ? { hot: 'true' as const } : {}) };
  const list = usePages(api.list, asked);
  return <LoadedPages from={list} empty={<Card><Empty icon="form" title={show === 'followed' ? w.emptyFollowed : w.empty} hint={w.emptyHint} /></Card>}>{(items) => <div className="propcards">{items.map((p) => <One key={p.id} of={p} />)}</div>}</LoadedPages>;
}

function Mine() {
  const w = useWords(words);
  const list = usePages(api.mine, {});
  return <LoadedPages from={list} empty={<Card><Empty icon="form" title={w.emptyMine} hint={w.emptyMineHint} /></Card>}>{(items) => <div className="propcards">{items.map((p) => <One key={p.id} of={p} />)}</div>}</LoadedPages>;
}

/** Proposals of my congress: decided ones for everybody, mine, those I follow; of all terms, searched and narrowed. */
export default function Proposals() {
  const w = useWords(words);
  const t = useWords(texts);
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string): void => setParams((before) => { const next = new URLSearchParams(before); if (value) next.set(name, value); else next.delete(name); return next; }, { replace: true });
  const [text, setText] = useState(params.get('text') ?? '');
  const wanted = useDeferredValue(text.trim());
  const show = SHOW.find((x) => x === params.get('show')) ?? 'all';
  const kind = KINDS.find((k) => k === params.get('kind'));
  const session = params.get('session') ?? undefined;
  const start = useCall(api.start, {});
  const save = (): void => void saveFile(api.exportList, { ...(wanted ? { text: wanted } : {}), ...(kind ? { kind } : {}), ...(session ? { collectionId: session } : {}), ...(show === 'followed' ? { followed: true } : {}), ...(show === 'hot' ? { hot: true } : {}) }, 'proposals.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const foot = start.data && start.data.open.length > 0 ? <Link className="btn primary" to="/proposals/new"><Icon name="edit" size={20} />{w.write}</Link> : undefined;
  return (
    <PhonePage title={t.title} actions={<button type="button" className="iconbtn" aria-label={w.export} onClick={save}><Icon name="download" /></button>} {...(foot ? { foot } : {})}>
      {start.data ? <Open of={start.data} /> : null}
      <Choose label={w.show} options={[['all', w.all], ['mine', w.mine], ['followed', w.followed], ['hot', w.hotOnly]]} value={show} onChange={(x) => set('show', x === 'all' ? '' : x)} />
      <h2 className="unseen">{t.title}</h2>
      {show === 'mine' ? <Mine /> : (
        <>
          <label className="searchbox"><Icon name="search" size={18} /><input type="search" value={text} placeholder={w.find} aria-label={w.find} maxLength={60} onChange={(e) => setText(e.target.value)} /></label>
          <div className="proptwo">
            <select className="propfind" aria-label={w.kind} value={kind ?? ''} onChange={(e) => set('kind', e.target.value)}><option value="">{w.anyKind}</option>{KINDS.map((k) => <option key={k} value={k}>{t[`kind_${k}`]}</option>)}</select>
            <select className="propfind" aria-label={w.session} value={session ?? ''} onChange={(e) => set('session', e.target.value)}><option value="">{w.anySession}</option>{(start.data?.collections ?? []).map((c) => <option key={c.id} value={c.id}>{c.session}</option>)}</select>
          </div>
          <Public text={wanted} kind={kind} session={session} show={show} />
        </>
      )}
    </PhonePage>
  );
}

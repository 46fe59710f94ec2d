import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { call, Icon, NotShown, RefusedByServer, Scanner, showMoney, showTime, tell, useLocale, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { desk } from '../../keeping.contract.ts';
import { judge, type Known, tidyCode } from '../../scan.rules.ts';
import { words } from '../offers-ui.words.ts';
import { signal } from './signal.ts';
import { useScans } from './use-scans.ts';
import '../offers.css';

/** What is shown large: yes, no, or take the money first. */
type Shown = { readonly kind: 'ok' | 'no' | 'pay'; readonly title: string; readonly note: string; readonly code: string; readonly id: string | null; readonly at: string };
type Scans = ReturnType<typeof useScans>;

const about = (k: Pick<Known, 'no' | 'name' | 'thing'> | null): string => (k ? [String(k.no), k.name, k.thing].filter(Boolean).join(' · ') : '');

/** Reads a code: first by the list, then by the server where there is one; without a network it is kept and sent later. */
function useRead(offerId: string, s: Scans) {
  const w = useWords(words);
  const language = useLocale();
  const [shown, setShown] = useState<Shown | null>(null);
  const [last, setLast] = useState<readonly Shown[]>([]);
  const busy = useRef({ code: '', until: 0 });
  const show = (next: Shown): void => {
    setShown(next);
    setLast((before) => [next, ...before].slice(0, 8));
    signal(next.kind === 'ok');
  };
  const read = async (text: string, o: { paid?: boolean; typed?: boolean } = {}): Promise<void> => {
    const code = text.trim();
    if (!s.list || code === '' || (!o.typed && !o.paid && busy.current.code === code && Date.now() < busy.current.until)) return;
    busy.current = { code, until: Date.now() + 5_000 };
    const [at, paid] = [s.at(), o.paid ?? false];
    const { list } = s;
    const verdict = judge(list.items, code, { money: list.offer.pays === 'atHandOver', from: list.offer.handOverFrom, at, paid });
    const base = { code, id: verdict.of?.id ?? null, at, note: about(verdict.of) };
    if (verdict.say === 'pay') return show({ ...base, kind: 'pay', title: w.scanPay({ amount: showMoney(verdict.of?.amount ?? '0') }) });
    try {
      const told = await s.send(code, paid, at);
      if (told) {
        const note = about(told.no === null ? null : { no: told.no, name: told.name, thing: told.thing }) || base.note;
        if (told.outcome === 'refused') return show({ ...base, note, id: told.id, kind: told.unpaid ? 'pay' : 'no', title: told.sentence });
        if (told.id) s.mark(told.id, 'handed', at);
        return show({ ...base, note, id: told.id, kind: 'ok', title: list.offer.handed });
      }
    } catch (why) {
      return show({ ...base, kind: 'no', title: why instanceof RefusedByServer ? why.sentence : String(why) });
    }
    if (verdict.say === 'unknown') return show({ ...base, kind: 'no', title: w.scanUnknown({ time: showTime(s.readAt, language) }) });
    if (verdict.say === 'already') return show({ ...base, kind: 'no', title: w.scanAlready({ time: verdict.of?.handedAt ? showTime(verdict.of.handedAt, language) : '', what: list.offer.handed }) });
    if (verdict.say === 'early') return show({ ...base, kind: 'no', title: w.scanEarly({ time: showTime(list.offer.handOverFrom ?? at, language) }) });
    await s.later({ code: tidyCode(code), at, paid, id: base.id });
    show({ ...base, kind: 'ok', title: list.offer.handed });
  };
  const undo = async (x: Shown): Promise<void> => {
    if (x.id === null) return;
    if (s.queue.some((q) => q.id === x.id)) await s.drop(x.id);
    else {
      try {
        await call(desk.undo, { offerId, id: x.id, why: w.scanWhy });
        s.mark(x.id, 'taken', null);
      } catch (why) {
        return tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad');
      }
    }
    busy.current = { code: '', until: 0 };
    setShown(null);
    setLast((before) => before.filter((y) => y !== x));
    tell(w.scanUndone);
  };
  return { shown, last, read, undo };
}

function Answer({ shown: x, read, undo }: { shown: Shown | null; read: (code: string) => void; undo: () => void }) {
  const w = useWords(words);
  if (x === null) return <section className="scananswer"><Icon name="qr" size={40} /><b>{w.scanReady}</b><p>{w.scanReadyHint}</p></section>;
  return (
    <section className={`scananswer ${x.kind}`} role="alert">
      <Icon name={x.kind === 'ok' ? 'ok' : x.kind === 'pay' ? 'money' : 'late'} size={56} label={x.kind === 'ok' ? w.scanOk : w.scanNo} />
      <b>{x.title}</b>
      <p>{x.note}</p>
      {x.kind === 'pay' ? <button type="button" className="btn big" onClick={() => read(x.code)}>{w.scanPaid}</button> : null}
      {x.kind === 'ok' ? <button type="button" className="btn" onClick={undo}>{w.scanUndo}</button> : null}
    </section>
  );
}

function State({ scans: s }: { scans: Scans }) {
  const w = useWords(words);
  const n = s.queue.length;
  return (
    <>
      {s.refused ? <p className="scanstate late" role="alert">{w.scanFailed({ why: s.refused.sentence })}</p> : null}
      {s.online && n === 0 ? null : <p className={`scanstate ${s.online ? '' : 'warn'}`} role="status"><Icon name={s.online ? 'upload' : 'network'} size={18} /><span>{s.online ? w.scanWaits({ n }) : w.scanOffline({ n })}</span>{n > 0 ? <button type="button" className="btn" onClick={s.sync}>{w.scanSync}</button> : null}</p>}
      {s.conflicts.length === 0 ? null : (
        <section className="scanconflicts" role="alert">
          <h2>{w.scanConflicts}</h2>
          <ul>{s.conflicts.map((c) => <li key={c.key}><b>{c.what}</b> {c.sentence}</li>)}</ul>
          <button type="button" className="btn" onClick={s.seen}>{w.scanSeen}</button>
        </section>
      )}
    </>
  );
}

function Entry({ read }: { read: (text: string, o: { typed?: boolean }) => void }) {
  const w = useWords(words);
  const [typed, type] = useState('');
  const [camera, setCamera] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  // a hand scanner types into the field; on a phone this would open the keyboard
  useEffect(() => { if (!matchMedia('(pointer: coarse)').matches) field.current?.focus(); }, []);
  return (
    <>
      <form className="scanform" onSubmit={(e) => { e.preventDefault(); read(typed, { typed: true }); type(''); }}>
        <input ref={field} inputMode="text" autoComplete="off" aria-label={w.scanType} placeholder={w.scanType} value={typed} maxLength={200} onChange={(e) => type(e.target.value)} />
        <button type="submit" className="btn primary">{w.scanGo}</button>
      </form>
      <button type="button" className="btn wide" aria-pressed={camera} onClick={() => setCamera(!camera)}><Icon name="camera" size={20} />{camera ? w.scanCameraOff : w.scanCamera}</button>
      {camera ? <Scanner on onRead={(text) => read(text, {})} /> : null}
    </>
  );
}

/** The scanner at the counter or the door: large yes or no, by camera, hand scanner or short code, with and without a network. */
export function ScanPage({ home }: { home: (path: string) => string }) {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const s = useScans(id);
  const { shown, last, read, undo } = useRead(id, s);
  if (!s.list) return <main className="scanpage">{s.refused ? <NotShown why={s.refused} /> : s.online ? <Waiting lines={4} /> : <p className="scanstate warn" role="status">{w.scanOffline({ n: s.queue.length })}</p>}</main>;
  const { offer, items } = s.list;
  return (
    <main className="scanpage">
      <title>{`${w.scanTitle} · ${offer.title}`}</title>
      <header><Link className="iconbtn" to={home(offer.path)} aria-label={w.back}><Icon name="back" /></Link><h1>{offer.title}</h1></header>
      <p className="scancount num" role="status">{w.scanCount({ what: offer.handed, done: items.filter((k) => k.state === 'handed').length, all: items.length })}</p>
      <Answer shown={shown} read={(code) => void read(code, { paid: true })} undo={() => { if (shown) void undo(shown); }} />
      <Entry read={(text, o) => void read(text, o)} />
      <State scans={s} />
      {last.length === 0 ? null : <section className="scanlast"><h2>{w.scanLast}</h2><ul>{last.map((x) => <li key={x.at + x.code}><span className="num">{showTime(x.at, language)}</span> {x.note || x.code.slice(0, 16)} <b className={x.kind}>{x.title}</b></li>)}</ul></section>}
    </main>
  );
}

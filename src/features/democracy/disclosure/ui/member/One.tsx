import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { call, Card, Chip, FileLinks, Icon, Loaded, PhonePage, refresh, showDay, useAct, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../disclosure.contract.ts';
import { AskedOne, Notices, type Seen, StateChip } from '../both/looks.tsx';
import { words } from '../disclosure-ui.words.ts';
import { AskForm } from './AskForm.tsx';

/** Opening the page is the receipt: this version was read. */
function useReceipt(d: Seen | undefined): void {
  const [id, version, read] = [d?.id, d?.version, d?.read];
  useEffect(() => {
    if (id !== undefined && version !== undefined && !read) void call(api.read, { id }).then(() => refresh(api.waiting, api.list), () => undefined);
  }, [id, version, read]);
}

function Head({ of: d }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const [last] = d.versions;
  return (
    <Card>
      <div className="pubdesk">
        <p className="pubrow"><StateChip of={d.state} />{d.lateDays > 0 ? <Chip kind="warn" icon="clock">{w.late({ n: d.lateDays })}</Chip> : null}{d.version > 1 ? <Chip kind="info">{w.version({ n: d.version })}</Chip> : null}</p>
        <h2>{d.title}</h2>
        <p className="note">{d.entry}{d.period ? ` · ${d.period}` : ''}<br />{d.union} · {w.published({ date: showDay(d.publishedAt ?? '', language) })}{d.publicUntil && d.withdrawn === null ? ` · ${w.until({ date: showDay(d.publicUntil, language) })}` : ''}</p>
        <Notices of={d} />
        {last && last.no > 1 && d.withdrawn === null ? <div className="pubnotice" role="note"><p>{w.changedOn({ date: showDay(last.at, language), why: last.why })}</p><Link to={`/disclosures/${d.id}/versions/${String(last.no)}`}>{w.seeChange}<Icon name="next" size={16} /></Link></div> : null}
        {d.body ? <p className="pubbody">{d.body}</p> : null}
        <FileLinks files={d.attached} />
      </div>
    </Card>
  );
}

function Clear({ of: d }: { of: Seen }) {
  const w = useWords(words);
  const { act, busy } = useAct(api.understood, { refreshes: [api.one] });
  if (!d.may.includes('understood')) return null;
  const button = (yes: boolean, text: string) => <button type="button" className="btn" aria-pressed={d.understood === yes} disabled={busy} onClick={() => act({ id: d.id, understood: yes })}><Icon name={yes ? 'check' : 'info'} size={18} />{text}</button>;
  return (
    <Card title={w.clear}>
      <div className="pubtwo">{button(true, w.understood)}{button(false, w.unclear)}</div>
      {d.understood === null ? null : <p className="note" role="status">{d.understood ? w.understoodDone : w.unclearDone}</p>}
    </Card>
  );
}

function Questions({ of: d }: { of: Seen }) {
  const w = useWords(words);
  return (
    <Card title={w.questions}>
      {d.list.length === 0 ? <p className="note">{w.noQuestions}</p> : <ul className="pubasked">{d.list.map((q) => <AskedOne key={q.id} of={q}>{q.may.includes('follow') ? <Link className="btn" to={`/disclosure-questions/${q.id}`}>{w.follow}</Link> : null}</AskedOne>)}</ul>}
    </Card>
  );
}

function Versions({ of: d }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  if (d.versions.length < 2 || d.withdrawn !== null) return null;
  return <Card title={w.versions}><ul className="pubasked">{d.versions.map((v) => <li key={v.no}><Link to={`/disclosures/${d.id}/versions/${String(v.no)}`}>{w.version({ n: v.no })} · {v.why || w.first}</Link><small className="num">{showDay(v.at, language)} · {w.writtenBy({ by: v.by, checked: v.checkedBy })}</small></li>)}</ul></Card>;
}

/** One disclosure: read, understood or not, asked about, with everything that was asked before. */
export default function One() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const item = useCall(api.one, { id });
  useReceipt(item.data);
  useLive(() => void refresh(api.one));
  return (
    <PhonePage title={w.title} up="/disclosures">
      <Loaded from={item} lines={10}>{(d) => <><Head of={d} /><Clear of={d} /><Questions of={d} />{d.may.includes('ask') ? <Card title={w.askTitle}><AskForm itemId={d.id} /></Card> : d.withdrawn === null ? <p className="note">{w.closedAsk}</p> : null}<Versions of={d} /></>}</Loaded>
    </PhonePage>
  );
}

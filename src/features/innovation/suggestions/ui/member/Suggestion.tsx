import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, Chip, Deadline, Facts, type Happening, Icon, Loaded, LoadedPages, PhonePage, refresh, Row, showDate, Timeline, useAct, useCall, useLive, useLocale, useMe, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api as looking } from '../../looking.contract.ts';
import { maySupport } from '../../looking.rules.ts';
import { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { words } from '../own-ui.words.ts';
import '../suggestions.css';
import '../work.css';
import { AuthorSteps, type Seen } from './AuthorSteps.tsx';
import { Benefit } from './Benefit.tsx';
import { Likenesses } from './Likenesses.tsx';
import { Photos } from './Photos.tsx';
import { isSettled, StateChip, Way } from './Way.tsx';
import { Work } from './Work.tsx';

type Shown = { readonly suggestion: Seen };

function Head({ suggestion: s }: Shown) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const language = useLocale();
  const day = (d: string | null): string => (d ? showDate(d, language) : '');
  const waits = s.nextDue !== null;
  return (
    <Card>
      <span className="sugstate"><StateChip state={s.state} word={s.stateWord} /><Chip>{sw[`category_${s.category}`]}</Chip>{s.grade ? <Chip kind="gold">{w[`grade${s.grade as 1}`]}</Chip> : null}</span>
      <h2 className="sugtitle">{s.title}</h2>
      <Way place6={s.place6} settled={isSettled(s.state)} />
      <Facts of={[
        [w.number, <span key="n" className="num">{sw.prefix} {s.number} · {day(s.submittedOn)}</span>],
        [w.whoHas, waits && s.state !== 'returned' ? s.union.name : ''], [w.until, s.nextDue ?? s.lapses ? <Deadline key="d" due={s.nextDue ?? s.lapses ?? ''} /> : ''],
        [w.unit, s.unit], [w.place, s.place], [w.campaign, s.campaign],
        [w.into, s.mergedInto ? <Link key="m" to={`/suggestions/${s.mergedInto.id}`}>{s.mergedInto.name}</Link> : ''],
      ]} />
      {s.late ? <p className="suglate">{w.late}</p> : null}
    </Card>
  );
}

function Body({ suggestion: s }: Shown) {
  const w = useWords(words);
  return (
    <Card title={w.content} className="sugbody">
      {([[w.problem, s.problem], [w.remedy, s.remedy], [w.effect, s.effect]] as const).filter(([, text]) => text !== '').map(([name, text]) => <div key={name}><h3>{name}</h3><p className="sugtext">{text}</p></div>)}
      <Photos files={s.files} />
    </Card>
  );
}

function Authors({ suggestion: s }: Shown) {
  const w = useWords(words);
  const me = useMe();
  if (s.authors.length === 0) return null;
  return <Card title={w.authors}>{s.authors.map((a) => <Row key={a.id} icon="people" tint={a.first ? 'info' : 'quiet'} title={a.id === me.person.id ? w.you({ name: a.name }) : a.name} note={a.merged ? `${a.unit} · ${w.merged}` : a.unit} end={<b className="num">{w.share({ n: a.share })}</b>} />)}</Card>;
}

function SupporterList({ id }: { id: string }) {
  const language = useLocale();
  const list = usePages(looking.supporters, { id });
  return <LoadedPages from={list} empty={null}>{(items) => items.map((p) => <Row key={p.id} title={p.name || p.text} note={[p.unit, p.name ? p.text : ''].filter(Boolean).join(' · ')} end={<span className="note">{showDate(p.at, language)}</span>} />)}</LoadedPages>;
}

/** Who joined it; a colleague may. */
function Supporters({ suggestion: s }: Shown) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  const { act, busy } = useAct(looking.support, { done: w.joinDone, refreshes: [api.one, api.mine, looking.supporters] });
  const { act: leave, busy: leaving } = useAct(looking.unsupport, { done: w.left, refreshes: [api.one, api.mine, looking.supporters] });
  const joins = s.as === 'colleague' && maySupport(s.state) && !s.supported;
  if (s.supporters === 0 && !joins) return null;
  return (
    <Card title={w.supporters({ n: s.supporters })}>
      {open ? <SupporterList id={s.id} /> : s.supporters > 0 ? <button type="button" className="btn" onClick={() => setOpen(true)}>{w.showAll}</button> : null}
      {joins ? <div className="sugacts"><button type="button" className="btn" disabled={busy} onClick={() => act({ id: s.id, text: '' })}><Icon name="people" size={18} />{w.join}</button></div> : null}
      {s.supported ? <div className="sugacts"><button type="button" className="btn plain" disabled={leaving} onClick={() => leave({ id: s.id })}>{w.leave}</button></div> : null}
    </Card>
  );
}

/** What is waited for now, as the last line; undefined when it has come to its end. */
function useWaited(s: Seen): Happening | undefined {
  const w = useWords(words);
  const language = useLocale();
  if (s.state === 'returned') return { key: 'now', now: true, what: w.waitsYou, ...(s.lapses ? { note: w.lapses({ date: showDate(s.lapses, language) }) } : {}) };
  if (s.state === 'adopted') return { key: 'now', now: true, what: w.adoptedWait };
  return s.nextDue === null ? undefined : { key: 'now', now: true, late: s.late, what: w.waitsOffice({ union: s.union.name }), note: showDate(s.nextDue, language) };
}

function Story({ suggestion: s }: Shown) {
  const w = useWords(words);
  const language = useLocale();
  const waited = useWaited(s);
  const items: Happening[] = s.events.map((e) => ({ key: e.id, when: e.at, late: e.step.startsWith('escalated'), what: <>{e.by ? <b>{e.by} </b> : null}{e.word}{e.text ? <blockquote className="sugquote">{e.text}</blockquote> : null}<Photos files={e.files} /></> }));
  return <Card title={w.story}><Timeline items={[{ key: 'opened', what: w.received, note: showDate(s.submittedOn, language) }, ...items, ...(waited ? [waited] : [])]} /></Card>;
}

function Whole({ suggestion: s }: Shown) {
  const own = s.as === 'author' || s.as === 'coauthor';
  const again = (): void => void refresh(api.one, api.mine);
  const rest = <>{own ? <Likenesses id={s.id} /> : null}<Body suggestion={s} /><Work suggestion={s} again={again} /><Benefit suggestion={s} again={again} /><Authors suggestion={s} /><Supporters suggestion={s} /><Story suggestion={s} /></>;
  return <><Head suggestion={s} />{s.as === 'author' ? <AuthorSteps suggestion={s} after={rest} /> : rest}</>;
}

/** One suggestion: where it stands, who has it and until when, whose it is, what happened, and what I can do. */
export default function Suggestion() {
  const sw = useWords(suggestionWords);
  const { id = '' } = useParams();
  const one = useCall(api.one, { id });
  useLive(() => void refresh(api.one));
  return <PhonePage title={sw.suggestion} up="/suggestions"><Loaded from={one} lines={6}>{(s) => <Whole suggestion={s} />}</Loaded></PhonePage>;
}

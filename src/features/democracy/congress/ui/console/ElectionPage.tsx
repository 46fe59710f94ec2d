import { Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Basis, Card, Chip, DeskPage, Empty, errorAt, Facts, Field, Icon, Loaded, type Output, showDate, showSentences, useAct, useCall, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../congress.contract.ts';
import { POSTS, WAYS } from '../../congress.rules.ts';
import { words as congressWords } from '../../congress.words.ts';
import { roll } from '../../delegates.contract.ts';
import { elections } from '../../elections.contract.ts';
import { Findings } from '../both/Findings.tsx';
import '../congress.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { PersonPick } from './PersonPick.tsx';
import { AtDevices } from './AtDevices.tsx';

type Seen = Output<typeof elections.one>;
const CHANGED = [elections.one, elections.list] as const;
const ALL_WAYS = [...WAYS, 'writeIn'] as const;

function Nominate({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const [person, setPerson] = useState<string | null>(null);
  const [way, setWay] = useState<(typeof ALL_WAYS)[number]>(e.present === null ? 'unit' : 'writeIn');
  const [post, setPost] = useState<(typeof POSTS)[number]>('frontline');
  const [about, setAbout] = useState('');
  const { act, busy, refusal } = useAct(elections.nominate, { done: w.nominated, refreshes: CHANGED, after: () => { setPerson(null); setAbout(''); } });
  return (
    <form className="congform noprint" onSubmit={(x) => { x.preventDefault(); if (person) act({ id: e.id, personId: person, way, post, about }); }}>
      <div><span className="conglabel">{w.person}</span><PersonPick value={person} change={setPerson} constituencyId={e.constituencyId} />{errorAt(refusal, 'personId') ? <p className="congerror" role="alert">{errorAt(refusal, 'personId')}</p> : null}</div>
      <div><span className="conglabel">{w.post}</span><Select {...namedList(w.post)} style={{ width: '100%' }} value={post} onChange={setPost} options={POSTS.map((p) => ({ value: p, label: kw[`post_${p}`] }))} /></div>
      <div><span className="conglabel">{w.way}</span><Select {...namedList(w.way)} style={{ width: '100%' }} value={way} onChange={setWay} options={ALL_WAYS.map((p) => ({ value: p, label: kw[`way_${p}`] }))} /></div>
      <Field label={w.aboutPerson} maxLength={300} value={about} onChange={(x) => setAbout(x.target.value)} />
      <div className="congacts"><button type="submit" className="btn" disabled={busy || person === null}><Icon name="add" size={18} />{w.nominate}</button></div>
    </form>
  );
}

function Candidates({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const strike = useAct(elections.strike, { done: w.struck, refreshes: CHANGED });
  const nominate = e.may.includes('nominate');
  return (
    <Card title={w.candidates} aside={w.candidateN({ n: e.candidates.length, least: e.leastCandidates, seats: e.seats })}>
      <div className="congdesk">
        {e.candidates.length === 0 ? <Empty icon="people" title={w.noCandidates} hint={w.noCandidatesHint} /> : (
          <div className="congscroll"><table className="congtable" aria-label={w.candidates}>
            <thead><tr><th>{w.number}</th><th>{kw.columnName}</th><th>{w.post}</th><th>{w.way}</th><th className="r">{w.votes}</th><th /></tr></thead>
            <tbody>{e.candidates.map((c) => (
              <tr key={c.personId}><td className="num">{c.number}</td><td><b>{c.name}</b> {c.elected ? <Chip kind="ok" icon="check">{w.elected}</Chip> : null}<br /><small className="note">{c.unit}{c.about ? ` · ${c.about}` : ''}</small></td><td>{kw[`post_${c.post}`]}</td><td>{kw[`way_${c.way}`]}</td><td className="r num">{c.votes ?? ''}</td>
                <td>{nominate && e.present === null ? <button type="button" className="btn plain noprint" aria-label={`${w.strike} ${c.name}`} disabled={strike.busy} onClick={() => strike.act({ id: e.id, personId: c.personId })}>{w.strike}</button> : null}</td></tr>
            ))}</tbody>
          </table></div>
        )}
        {nominate ? <Nominate of={e} /> : null}
      </div>
    </Card>
  );
}

const FIGURES = ['present', 'issued', 'returned', 'invalid'] as const;

function Figures({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const [n, set] = useState<Readonly<Record<string, string>>>(Object.fromEntries([...FIGURES.map((f) => [f, String(e[f] ?? (f === 'invalid' ? 0 : ''))]), ...e.candidates.map((c) => [c.personId, String(c.votes ?? '')])]));
  const [heldOn, setHeldOn] = useState(e.heldOn);
  const [place, setPlace] = useState(e.place);
  const [tellers, setTellers] = useState(e.tellers);
  const { act, busy, refusal } = useAct(elections.enter, { done: w.entered, refreshes: CHANGED });
  const whole = (key: string): number => Number(n[key] ?? '') || 0;
  const send = (): void => act({ id: e.id, heldOn, place, tellers, present: whole('present'), issued: whole('issued'), returned: whole('returned'), invalid: whole('invalid'), votes: e.candidates.map((c) => ({ personId: c.personId, votes: whole(c.personId) })) });
  return (
    <Card title={w.figures} aside={`${w.entitled} ${e.entitled}`}>
      <form className="congform" onSubmit={(x) => { x.preventDefault(); send(); }}>
        {FIGURES.map((f) => <Field key={f} label={w[f]} inputMode="numeric" maxLength={7} value={n[f] ?? ''} error={errorAt(refusal, f)} onChange={(x) => set({ ...n, [f]: x.target.value })} />)}
        {e.candidates.map((c, i) => <Field key={c.personId} label={w.votesOf({ name: c.name })} inputMode="numeric" maxLength={7} value={n[c.personId] ?? ''} error={errorAt(refusal, `votes.${i}.votes`)} onChange={(x) => set({ ...n, [c.personId]: x.target.value })} />)}
        <div><span className="conglabel">{w.heldOn}</span><Day label={w.heldOn} value={heldOn} onChange={(d) => setHeldOn(d ?? heldOn)} />{errorAt(refusal, 'heldOn') ? <p className="congerror" role="alert">{errorAt(refusal, 'heldOn')}</p> : null}</div>
        <Field label={w.place} maxLength={100} value={place} onChange={(x) => setPlace(x.target.value)} />
        <Field label={w.tellers} maxLength={200} value={tellers} error={errorAt(refusal, 'tellers')} onChange={(x) => setTellers(x.target.value)} />
        {errorAt(refusal, 'votes') ? <p className="congerror wide" role="alert">{errorAt(refusal, 'votes')}</p> : null}
        <div className="wide congacts"><button type="submit" className="btn primary" disabled={busy || tellers.trim().length < 2}>{w.enter}</button></div>
      </form>
    </Card>
  );
}

function Judged({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const j = e.judged;
  const declare = useAct(elections.declare, { done: w.declared, refreshes: [...CHANGED, api.term, roll.list] });
  const callOff = useAct(elections.callOff, { done: w.calledOff, refreshes: [...CHANGED, api.term] });
  const sure = async (): Promise<void> => { if (await ask({ title: w.declareAsk({ name: e.constituency }), text: w.declareHint, yes: w.declare })) declare.act({ id: e.id }); };
  const off = async (): Promise<void> => { if (await ask({ title: w.callOffAsk, yes: w.callOff })) callOff.act({ id: e.id }); };
  return (
    <Card title={w.judged}>
      <div className="congdesk">
        {j.outcome === null ? <p className="note">{w.judgedEmpty}</p> : <><div className="congacts"><Chip kind={j.outcome === 'elected' ? 'ok' : j.outcome === 'short' ? 'warn' : 'late'}>{kw[`outcome_${j.outcome}`]}</Chip><b>{j.names.length > 0 ? w.wouldElect({ names: j.names.join('、') }) : w.nobodyElected}</b></div><Findings of={j.findings} />{e.outcome === 'short' ? <p className="note">{w.nextRound}</p> : null}</>}
        {e.basis.length > 0 ? <Basis>{showSentences(e.basis)}</Basis> : null}
        <div className="congacts noprint">
          {e.may.includes('declare') ? <button type="button" className="btn primary" disabled={declare.busy} onClick={() => void sure()}>{w.declare}</button> : null}
          {e.may.includes('callOff') ? <button type="button" className="btn" disabled={callOff.busy} onClick={() => void off()}>{w.callOff}</button> : null}
        </div>
      </div>
    </Card>
  );
}

/** One election of delegates: candidates, the tellers' count, what the rule says of it, declaring. */
export default function ElectionPage() {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const say = useSay();
  const language = useLocale();
  const { id = '' } = useParams();
  const one = useCall(elections.one, { id }, { keepWhileChanging: true });
  const e = one.data;
  return (
    <DeskPage title={e ? `${e.constituency} · ${kw[`purpose_${e.purpose}`]}` : say(titles.bodies)} about={e ? `${e.term}${e.round > 1 ? ` · ${w.round({ n: e.round })}` : ''}` : undefined} crumbs={e ? [{ title: e.term, to: `/congress/terms/${e.termId}?tab=constituencies` }] : []} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}>
      <Loaded from={one} lines={8}>{(x) => (
        <div className="split">
          <div className="congdesk"><Candidates of={x} /><AtDevices of={x} />{x.may.includes('enter') && x.candidates.length > 0 ? <Figures key={`${x.candidates.length} ${x.present}`} of={x} /> : null}</div>
          <aside className="beside">
            <Card><Facts of={[[w.seats, x.seats], [w.entitled, x.entitled], [w.heldOn, showDate(x.heldOn, language)], [w.place, x.place], [w.present, x.present], [w.issued, x.issued], [w.returned, x.returned], [w.invalid, x.invalid], [w.tellers, x.tellers]]} /></Card>
            <Judged of={x} />
          </aside>
        </div>
      )}</Loaded>
    </DeskPage>
  );
}

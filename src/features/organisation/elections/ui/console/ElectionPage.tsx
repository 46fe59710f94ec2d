import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Basis, Card, Chip, Deadline, DeskPage, Facts, Icon, Loaded, type Output, Row, showDate, showSentences, showTime, StepBar, Timeline, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../elections.contract.ts';
import { words as part } from '../../elections.words.ts';
import '../elections.css';
import { words } from '../desk.words.ts';
import { Contests } from './Contests.tsx';
import { MemberPick, Nominees } from './Nominees.tsx';
import { StateChip } from './Register.tsx';
import { Steps } from './Steps.tsx';

type Seen = Output<typeof desk.one>;
const KIND = { ok: 'ok', warn: 'warn', short: 'late' } as const;
const BEFORE: readonly string[] = ['preparing', 'planReported'];
const ABOVE: readonly string[] = ['planReported', 'candidatesReported', 'resultReported'];

/** Where an election stands, and what the rules find in it. */
export function Standing({ of: e }: { of: Seen }) {
  const w = useWords(words);
  return (
    <Card>
      {e.place >= 0 ? <StepBar steps={e.places} at={e.place} /> : null}
      <p className="elecline" style={{ marginTop: 8 }}><StateChip of={e} />{e.due ? <Deadline due={e.due} /> : null}{ABOVE.includes(e.state) ? <span className="note">{w.waitsAt({ union: e.above })}</span> : null}</p>
      <ul className="elecfind">{e.findings.map((f) => <li key={f.key}><Chip kind={KIND[f.state]} {...(f.state === 'ok' ? { icon: 'check' as const } : {})}>{w[`state_${f.state}`]}</Chip><b>{f.title}</b><p>{f.text}</p></li>)}</ul>
    </Card>
  );
}

/** What was planned and what was answered. */
export function Plan({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  const day = (d: string | null): string => (d ? showDate(d, language) : '');
  const span = (a: string | null, b: string | null): string => (a && b ? `${day(a)} — ${day(b)}` : '');
  return (
    <Card title={w.plan} aside={e.number}>
      <Facts of={[
        [w.kind, e.kind === 'renewal' ? w.termN({ n: e.term }) : `${p.kind_byElection} ${p[`post_${e.post}`]}`], [w.planned, day(e.electedOn ?? e.plannedOn)], [w.ends, day(e.endsOn)], [w.timing, p[`timing_${e.timing}`]], [w.reason, e.reason], ...e.posts.map((x) => [p[`post_${x.post}`], x.seats] as const),
        [w.assembly, w[`assembly_${e.assembly}`]], [w.method, w[`method_${e.method}`]], [w.chairBy, e.posts.some((x) => x.post === 'chair') ? w[`chairBy_${e.chairBy}`] : ''], [w.membersWomen, `${e.members} / ${e.women}`], [w.preparers, e.preparers], [w.party, [e.party, e.partyReply, day(e.partyOn)].filter(Boolean).join(' · ')],
        [w.planDocument, e.planDocument], [w.candidatesDocument, e.candidatesDocument], [w.publicity, [span(e.publicityFrom, e.publicityTo), e.publicityPlace].filter(Boolean).join(' · ')], [w.frozen, e.frozenAt ? showTime(e.frozenAt, language) : ''], [w.resultDocument, e.resultDocument], [w.termIs, span(e.termFrom, e.termTo)], [w.aboutPlan, e.about],
      ]} />
      {e.basis.length > 0 ? <details className="elecbasis"><summary>{w.basis}</summary><Basis>{showSentences(e.basis, language)}</Basis></details> : null}
    </Card>
  );
}

function Unknown({ of: s, e }: { of: Seen['elected'][number]; e: Seen }) {
  const w = useWords(words);
  const [person, setPerson] = useState<string | null>(null);
  const { act, busy, refusal } = useAct(desk.identify, { done: w.identified, refreshes: [desk.one] });
  return <div className="elecform"><div><span className="eleclabel">{w.unknown}</span><MemberPick id={e.id} label={w.person} value={person} change={setPerson} />{refusal ? <p className="elecerror" role="alert">{refusal.fields[0]?.sentence ?? refusal.sentence}</p> : null}</div><div><span className="eleclabel">&nbsp;</span><button type="button" className="btn" disabled={busy || person === null} onClick={() => { if (person) act({ id: s.id, personId: person }); }}>{w.identify}</button></div></div>;
}

function Elected({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  return e.elected.length === 0 ? null : (
    <Card title={w.seatsTitle}>
      {e.elected.map((s) => <div key={s.id}><Row icon="check" tint={s.personId ? 'ok' : 'warn'} title={s.name} note={p[`post_${s.post}`]} end={<span className="num">{w.seatVotes} {s.votes}</span>} />{s.personId === null && e.may.includes('identify') ? <Unknown of={s} e={e} /> : null}</div>)}
    </Card>
  );
}

function PapersCard({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const there = [['plan', true], ['candidates', e.nominees.some((n) => n.standing === 'candidate')], ['ballot', e.contests.length > 0], ['tellers', e.contests.some((c) => c.outcome)], ['result', e.elected.length > 0], ['reply', e.state === 'confirmed'], ['all', e.contests.length > 0]] as const;
  return <Card title={w.papers}><div className="elecacts">{there.map(([which, ready]) => (ready ? <Link key={which} className="btn" to={`/elections/${e.id}/papers/${which}`}><Icon name="print" size={18} />{w[`paper_${which}`]}</Link> : null))}</div></Card>;
}

/** One election: what is to be done now, candidates, votes, the elected, papers, the story. */
export default function ElectionPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const p = useWords(part);
  const one = useCall(desk.one, { id }, { keepWhileChanging: true });
  const live = one.data?.contests.some((c) => c.outcome === null && (!c.keysReady || c.ballotState === 'closed'));
  useCall(desk.one, { id }, { when: live === true, every: 3_000 });
  const e = one.data;
  return (
    <DeskPage title={e ? e.union : w.title} about={e ? (e.kind === 'renewal' ? w.termN({ n: e.term }) : `${p.kind_byElection} ${p[`post_${e.post}`]}`) : undefined} actions={e ? <Steps of={e} /> : undefined}>
      <Loaded from={one} lines={10}>{(x) => (
        <div className="split">
          <div className="elec"><Standing of={x} /><Elected of={x} /><Contests of={x} />{BEFORE.includes(x.state) ? null : <Nominees of={x} />}</div>
          <aside className="beside elec"><Plan of={x} /><PapersCard of={x} /><Card title={w.story}><Timeline items={x.events.map((v) => ({ key: v.id, what: v.word, when: v.at, note: [v.by, v.text].filter(Boolean).join(' · ') }))} /></Card></aside>
        </div>
      )}</Loaded>
    </DeskPage>
  );
}

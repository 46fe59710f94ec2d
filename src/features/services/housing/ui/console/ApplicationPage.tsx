import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, Chip, Deadline, DeskPage, Facts, Field, FieldText, Loaded, type Output, refresh, showList, showMoney, showTime, Timeline, useAct, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { api } from '../../housing.contract.ts';
import { lookOf, Papers, Standing } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { words as both } from '../housing-ui.words.ts';
import { QueueCard } from '../both/QueueCard.tsx';

type Seen = Output<typeof api.application>;
type Opened = Output<typeof desk.papers>;

function OpenedPapers({ of: p }: { of: Opened }) {
  const w = useWords(words);
  const b = useWords(both);
  const language = useLocale();
  const { household: h } = p;
  return (
    <>
      <Facts of={[
        [w.members, showList(h.members.map((m) => `${m.name}（${b[`relation_${m.relation}`]}${m.age == null ? '' : ` ${m.age}`}）`))], [w.income, <span key="i" className="num">{showMoney(h.incomeFen)}</span>], [w.phone, <span key="p" className="num">{h.phone}</span>], [w.livesNow, h.livesNow], [w.note, h.note],
      ]} />
      <Papers files={p.files} />
      <p className="note">{w.openedUntil({ time: showTime(p.until, language) })}</p>
    </>
  );
}

function Sealed({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const [purpose, setPurpose] = useState('');
  const [opened, setOpened] = useState<Opened | null>(null);
  const { act, busy } = useAct(desk.papers, { after: setOpened });
  return (
    <Card title={w.household} aside={w.papersN({ n: h.papers })}>
      {opened ? <OpenedPapers of={opened} /> : (
        <form className="fields" onSubmit={(e) => { e.preventDefault(); act({ id: h.id, purpose: purpose.trim() }); }}>
          <p className="note">{w.sealed}</p>
          <Field label={w.purpose} maxLength={200} value={purpose} onChange={(e) => setPurpose(e.target.value)} />
          <div className="houseacts"><button type="submit" className="btn" disabled={busy || purpose.trim().length < 2}>{w.openPapers}</button></div>
        </form>
      )}
    </Card>
  );
}

function Check({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const settings = { done: w.did, refreshes: [api.application, desk.applications], after: () => setText('') };
  const acts = { ask: useAct(desk.ask, settings), accept: useAct(desk.accept, settings), reject: useAct(desk.reject, settings), uphold: useAct(desk.uphold, settings) };
  const verbs = (['ask', 'reject', 'uphold', 'accept'] as const).filter((v) => h.may.includes(v));
  if (verbs.length === 0) return null;
  return (
    <Card title={h.stateWord} aside={h.nextDue ? <Deadline due={h.nextDue} /> : undefined}>
      <div className="fields"><FieldText label={w.remark} hint={w.remarkMust} rows={3} maxLength={300} value={text} onChange={(e) => setText(e.target.value)} /></div>
      <div className="houseacts">
        {verbs.map((v) => <button key={v} type="button" className={`btn ${v === 'accept' ? 'primary' : ''}`} disabled={acts[v].busy || (v !== 'accept' && text.trim().length < 2)} onClick={() => acts[v].act({ id: h.id, version: h.version, text: text.trim() })}>{w[v]}</button>)}
      </div>
    </Card>
  );
}

function Shown({ of: h }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className="housetwo housedesk">
      <div>
        <Card title={h.name} aside={<Chip kind={lookOf(h.state)}>{h.stateWord}</Chip>}>
          <Facts of={[[w.title, h.allocation.title], [w.unit, h.unit], [w.order, <b key="o" className="num">{h.order}</b>], [w.before, <span key="b" className="num">{h.before}</span>], [w.people, <span key="p" className="num">{h.people}</span>], [w.submitted, h.submittedAt ? showTime(h.submittedAt, language) : ''], [w.standing, h.queue.standing === 'none' ? '' : <Standing key="s" of={h.queue.standing} />], [w.flat, h.queue.flat?.label ?? ''], [w.declines, h.queue.declines > 0 ? h.queue.declines : '']]} />
        </Card>
        {h.may.includes('open') ? <Sealed of={h} /> : null}
        <QueueCard of={h} />
      </div>
      <div>
        <Check of={h} />
        {h.tenancy ? <Card title={w.tenancy}><Facts of={[[w.flat, `${h.tenancy.estate} ${h.tenancy.flat}`], [w.term, h.tenancy.from ? `${h.tenancy.from} – ${h.tenancy.to ?? ''}` : '']]} /><Link className="btn" to={`/housing-tenancies/${h.tenancy.id}`}>{w.openTenancy}</Link></Card> : null}
        {h.events.length > 0 ? <Card title={w.story}><Timeline items={h.events.map((e) => ({ key: e.id, what: e.word, when: e.at, note: [e.by, e.text].filter(Boolean).join(' · ') }))} /></Card> : null}
      </div>
    </div>
  );
}

/** An application at the desk: papers behind a purpose, the decision, where it stands. */
export default function ApplicationPage() {
  const { id = '' } = useParams();
  const seen = useCall(api.application, { id });
  useLive(() => void refresh(api.application));
  return <Loaded from={seen} lines={8}>{(h) => <DeskPage title={`${h.number} ${h.name}`} about={h.union}><Shown key={h.id} of={h} /></DeskPage>}</Loaded>;
}

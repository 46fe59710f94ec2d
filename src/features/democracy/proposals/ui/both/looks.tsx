import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Card, Chip, Deadline, Facts, FileLinks, type Nearness, type Output, showDate, showDay, StepBar, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../proposals.contract.ts';
import type { State } from '../../proposals.rules.ts';
import { words as texts } from '../../proposals.words.ts';
import '../proposals.css';
import { words } from '../proposals-ui.words.ts';

export type Row = Output<typeof api.list>['items'][number];
export type Seen = Output<typeof api.one>;
const LOOK: Readonly<Record<State, Nearness | 'info' | 'union' | 'gold'>> = {
  gathering: 'info', submitted: 'warn', returned: 'warn', filed: 'info', working: 'info', answered: 'warn', disputed: 'warn', reworking: 'info', answeredAgain: 'warn', rated: 'info', closed: 'ok', merged: 'quiet', suggestion: 'quiet', rejected: 'quiet', withdrawn: 'quiet', lapsed: 'quiet',
};

/** Where a proposal stands. */
export function StateChip({ of: p }: { of: Pick<Row, 'state' | 'stateWord'> }) {
  return <Chip kind={LOOK[p.state]}>{p.stateWord}</Chip>;
}

/** State, kind, hot topic, late. */
export function Chips({ of: p }: { of: Row }) {
  const w = useWords(words);
  const t = useWords(texts);
  return <p className="proprow"><StateChip of={p} /><Chip>{t[`kind_${p.kind}`]}</Chip>{p.hot ? <Chip kind="gold" icon="star">{w.hot}</Chip> : null}{p.late ? <Chip kind="late" icon="late">{w.late}</Chip> : null}</p>;
}

/** The way from seconders to closing; nothing for those that left it. */
export function Way({ of: p }: { of: Row }) {
  const t = useWords(texts);
  if (p.place === null) return null;
  const steps = [t.state_gathering, t.state_submitted, t.state_filed, t.state_working, t.state_answered, t.state_rated, t.state_closed];
  return <StepBar steps={steps} at={p.state === 'closed' ? steps.length : p.place - 1} />;
}

/** Who moved it, for which session, what was decided, who answers until when. */
export function ProposalFacts({ of: p, desk }: { of: Seen; desk?: boolean }) {
  const w = useWords(words);
  const t = useWords(texts);
  const language = useLocale();
  const day = (d: string): string => showDay(d, language);
  return (
    <Facts of={[
      [w.number, <span key="n" className="num">{t.prefix} {p.number}</span>], [w.mover, [p.mover, p.unit].filter(Boolean).join(' · ')], [w.session, p.session], [w.submittedOn, p.submittedOn ? day(p.submittedOn) : ''],
      [w.decision, p.decision && p.decidedOn ? `${t[`decision_${p.decision}`]} · ${w.decidedOn({ date: day(p.decidedOn), by: p.decidedBy })}` : ''],
      [w.mergedInto, p.mergedInto ? <Link key="m" to={`/proposals/${p.mergedInto.id}`}>{p.mergedInto.title}</Link> : ''],
      [w.suggestion, p.suggestion ? (p.as === 'mover' || desk ? <Link key="s" to={`/suggestions/${p.suggestion.id}`}>{p.suggestion.number} · {p.suggestion.stateWord}</Link> : `${p.suggestion.number} · ${p.suggestion.stateWord}`) : ''],
      [w.department, [p.department, desk ? p.owner : ''].filter(Boolean).join(' · ')], [w.due, p.dueOn && p.nextDue && p.answers.length === 0 ? <Deadline key="d" due={p.dueOn} /> : p.dueOn ? day(p.dueOn) : ''],
      [w.outcome, p.outcome ? t[`outcome_${p.outcome}`] : ''],
    ]} />
  );
}

/** Reason, grounds, remedy, files. */
export function ProposalText({ of: p }: { of: Seen }) {
  const w = useWords(words);
  return (
    <div className="proptext">
      {([[w.reason, p.reason], [w.grounds, p.grounds], [w.remedy, p.remedy]] as const).map(([name, text]) => <div key={name}><h3>{name}</h3><p>{text}</p></div>)}
      <FileLinks files={p.files} />
    </div>
  );
}

/** Written answers with whether they came in time and what the mover said, and what came of it. */
export function Answers({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const t = useWords(texts);
  const language = useLocale();
  if (p.answers.length === 0 && p.decisionText === '' && p.outcomeText === '') return null;
  return (
    <Card title={p.answers.length > 0 ? w.answerTitle : w.decision}>
      {p.decisionText ? <div className="propanswer"><p className="proprow">{p.decision ? <Chip>{t[`decision_${p.decision}`]}</Chip> : null}</p><p className="propsay">{p.decisionText}</p></div> : null}
      {p.answers.map((a, i) => (
        <div key={a.on + String(i)} className="propanswer">
          <p className="proprow">{i > 0 ? <Chip kind="info">{w.answerAgain}</Chip> : null}<span className="propnote">{w.answeredOn({ by: a.by, date: showDate(a.on, language) })}</span>{a.inTime === null ? null : <Chip kind={a.inTime ? 'ok' : 'late'}>{a.inTime ? w.inTime : w.overdue}</Chip>}{a.satisfaction ? <Chip kind={a.satisfaction === 'not' ? 'late' : 'ok'}>{w.rated({ word: t[`satisfaction_${a.satisfaction}`] })}</Chip> : null}</p>
          <p className="propsay">{a.text}</p>
        </div>
      ))}
      {p.outcomeText ? <div className="propanswer"><p className="proprow">{p.outcome ? <Chip kind="ok" icon="check">{t[`outcome_${p.outcome}`]}</Chip> : null}</p><p className="propsay">{p.outcomeText}</p></div> : null}
      {p.reportedTo ? <p className="propnote">{w.reported({ to: p.reportedTo })}</p> : null}
    </Card>
  );
}

/** Who was asked to second it and what they said. */
export function Seconders({ of: p, children }: { of: Seen; children?: ReactNode }) {
  const w = useWords(words);
  return (
    <Card title={w.people} aside={w.secondersOf({ n: p.seconders, least: p.least })}>
      <ul className="proplist">
        {p.people.map((s) => <li key={s.id}><span className="line"><span>{s.name} <span className="propnote">{s.unit}</span></span><Chip kind={s.answer === 'yes' ? 'ok' : 'quiet'}>{w[`answer_${s.answer ?? 'open'}`]}</Chip></span>{s.word ? <span className="propnote">{s.word}</span> : null}</li>)}
      </ul>
      {children}
    </Card>
  );
}

/** Departments that help, with their opinions where one may read them; and proposals merged into this one. */
export function Helpers({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <>
      {p.helpers.length > 0 ? <Card title={w.helpers}><ul className="proplist">{p.helpers.map((h) => <li key={h.id}><span>{h.department} <span className="propnote">{h.name}</span></span><span className="propnote">{h.givenAt ? w.opinionGiven({ date: showDay(h.givenAt, language) }) : w.opinionOpen}</span>{h.opinion ? <p className="propsay">{h.opinion}</p> : null}</li>)}</ul></Card> : null}
      {p.merged.length > 0 ? <Card title={w.mergedHere}><ul className="proplist">{p.merged.map((m) => <li key={m.id}><Link to={`/proposals/${m.id}`}>{m.title}</Link><span className="propnote">{m.number} · {m.mover}</span></li>)}</ul></Card> : null}
    </>
  );
}

/** Everything that happened. */
export function Story({ of: p }: { of: Seen }) {
  const w = useWords(words);
  if (p.events.length === 0) return null;
  return <Card title={w.story}><Timeline items={p.events.map((e) => ({ key: e.id, when: e.at, what: <>{e.by ? <b>{e.by} </b> : null}{e.word}{e.text ? <p className="propsay propnote">{e.text}</p> : null}<FileLinks files={e.files} /></> }))} /></Card>;
}

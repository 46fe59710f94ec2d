import type { ReactNode } from 'react';
import { Chip, type Nearness, type Output, showDay, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../disclosure.contract.ts';
import { words as states } from '../../disclosure.words.ts';
import '../disclosure.css';
import { words } from '../disclosure-ui.words.ts';

export type Card = Output<typeof api.list>['items'][number];
export type Seen = Output<typeof api.one>;
export type Asked = Seen['list'][number];
type State = 'due' | 'drafted' | 'checking' | 'published' | 'feedback' | 'rectifying' | 'rechecking' | 'nothing' | 'dropped' | 'withdrawn' | 'closed' | 'archived';
const LOOK: Readonly<Record<State, Nearness | 'info'>> = { due: 'warn', drafted: 'quiet', checking: 'warn', published: 'ok', feedback: 'info', rectifying: 'warn', rechecking: 'warn', nothing: 'quiet', dropped: 'quiet', withdrawn: 'late', closed: 'quiet', archived: 'quiet' };

/** Where an item stands. */
export function StateChip({ of }: { of: string }) {
  const w = useWords(states);
  return <Chip kind={LOOK[of as State]}>{w[`state_${of as State}`]}</Chip>;
}

/** What stays to be seen of an item that was taken down, and that one was late. */
export function Notices({ of: d }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  if (d.withdrawn === null) return null;
  return (
    <div className={d.violation ? 'pubnotice late' : 'pubnotice'} role="note">
      <b>{w.withdrawnTitle({ date: showDay(d.withdrawn.at, language) })}</b>
      <p>{w.withdrawnText({ days: d.withdrawn.days, why: d.withdrawn.why })}</p>
      {d.violation ? <p>{w.withdrawnEarly({ least: d.leastDays })}</p> : null}
    </div>
  );
}

/** A text with what went and what came; said, not only coloured. */
export function Differences({ of }: { of: readonly { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }[] }) {
  const w = useWords(words);
  if (of.every((s) => s.kind === 'same')) return <p className="note">{w.noChange}</p>;
  return (
    <p className="pubdiff">
      {of.map((s, i) => {
        const key = `${String(i)} ${s.kind}`;
        if (s.kind === 'same') return <span key={key}>{s.text}</span>;
        return s.kind === 'gone' ? <del key={key}><span className="unseen">{w.gone}</span>{s.text}</del> : <ins key={key}><span className="unseen">{w.new_}</span>{s.text}</ins>;
      })}
    </p>
  );
}

/** One question with its answer, or the day by which it comes. */
export function AskedOne({ of: q, children }: { of: Asked; children?: ReactNode }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <li>
      <span className="pubrow"><Chip kind={q.kind === 'objection' ? 'warn' : 'info'}>{q.kind === 'objection' ? w.objection : w.question}</Chip>{q.own ? <Chip kind="union">{w.own}</Chip> : null}<small>{q.by || w.anonymous} · {showDay(q.at, language)}</small></span>
      {q.follows ? <small>{w.follows({ text: q.follows })}</small> : null}
      <p>{q.text}</p>
      {q.answeredAt === null ? <small>{w.waits} · {w.until({ date: showDay(new Date(new Date(q.dueAt).getTime() - 1).toISOString(), language) })}</small> : (
        <div className="pubanswer">
          <p>{q.answer}</p>
          <small>{w.answerBy({ by: q.answeredBy, date: showDay(q.answeredAt, language) })}{q.open ? '' : ` · ${w.onlyYou}`}{q.upheld === null ? '' : ` · ${q.upheld ? w.upheld : w.declined}`}</small>
        </div>
      )}
      {children}
    </li>
  );
}

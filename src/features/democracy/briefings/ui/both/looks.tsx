import type { ReactNode } from 'react';
import { attachments, Chip, Facts, Icon, type Nearness, type Output, showClock, showDay, showTime, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../briefings.contract.ts';
import { words as states } from '../../briefings.words.ts';
import '../briefings.css';
import { words } from '../briefings-ui.words.ts';

export type Card = Output<typeof api.list>['items'][number];
export type Seen = Output<typeof api.one>;
export type Asked = Output<typeof api.questions>['items'][number];
const LOOK: Readonly<Record<Card['state'], Nearness | 'info' | 'union'>> = { planned: 'info', live: 'union', ended: 'warn', published: 'ok', calledOff: 'late' };

/** Where a briefing stands. */
export function StateChip({ of }: { of: Card['state'] }) {
  const w = useWords(states);
  return <Chip kind={LOOK[of]}>{w[`state_${of}`]}</Chip>;
}

/** When, where, who, what about. */
export function BriefingFacts({ of: b }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  return <Facts of={[[w.time, `${showTime(b.heldAt, language)} – ${showClock(b.endsAt)}`], [w.place, b.place], [w.union, b.union], [w.questions, b.questions > 0 ? w.questionsN({ n: b.questions, answered: b.answered }) : ''], [w.checkIn, b.attended > 0 ? w.attended({ n: b.attended }) : '']]} />;
}

/** What it is about, its points and papers. */
export function Agenda({ of: b }: { of: Seen }) {
  return (
    <>
      {b.about ? <p className="brtext">{b.about}</p> : null}
      {b.agenda.length > 0 ? <ol className="bragenda">{b.agenda.map((p) => <li key={p.title}>{p.title}{p.by ? <small> · {p.by}</small> : null}</li>)}</ol> : null}
      {b.attached.length > 0 ? <ul className="brasked">{b.attached.map((f) => <li key={f.id}><a href={attachments.open.path.replace(':id', f.id)} target="_blank" rel="noreferrer"><Icon name="file" size={18} />{f.name}</a></li>)}</ul> : null}
    </>
  );
}

/** One question with its votes and answer; `children` are what one may do with it. */
export function AskedOne({ of: q, children }: { of: Asked; children?: ReactNode }) {
  const w = useWords(words);
  const language = useLocale();
  const chip = q.state === 'answering' ? <Chip kind="union">{w.answering}</Chip> : q.state === 'answered' ? <Chip kind="ok">{q.live ? w.answered : w.answeredLater}</Chip> : q.state === 'hidden' ? <Chip kind="quiet">{w.hidden}</Chip> : null;
  return (
    <li>
      <span className="brrow">{chip}{q.own ? <Chip kind="info">{w.mine}</Chip> : null}<small>{q.by || w.anonymous}{q.votes > 0 ? ` · ${w.votes({ n: q.votes })}` : ''}{q.dueAt && q.state !== 'answered' ? ` · ${w.waits({ date: showDay(new Date(new Date(q.dueAt).getTime() - 1).toISOString(), language) })}` : ''}</small></span>
      <p>{q.text}</p>
      {q.answer ? <p className="branswer">{q.answer}</p> : null}
      {children}
    </li>
  );
}

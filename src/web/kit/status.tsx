import type { ReactNode } from 'react';
import { type Moment, type Nearness, nearness, showDeadline, showDeadlineInFull, showTime } from './format.ts';
import { Icon, type IconName } from './icons.tsx';
import { words } from './kit.words.ts';
import { useLocale, useWords } from './language.ts';

/** A small label with a meaning; the text says it, the colour only repeats it. */
export function Chip({ kind = 'quiet', icon, children, title }: { kind?: Nearness | 'info' | 'gold' | 'union'; icon?: IconName; children: ReactNode; title?: string }) {
  return (
    <span className={`chip ${kind}`} title={title}>
      {icon ? <Icon name={icon} size="1.1em" /> : null}
      {children}
    </span>
  );
}

/**
 * Until when. Late and near ones also carry a sign, so that colour is never the only difference.
 * @param due a time, or a legal date (then the whole day counts)
 * @param metAt when it was done; then the chip says whether in time
 */
export function Deadline({ due, metAt, now = Date.now() }: { due: Moment; metAt?: Moment | null; now?: Moment }) {
  const w = useWords(words);
  const language = useLocale();
  const kind = nearness(due, now, metAt);
  const full = showDeadlineInFull(due, language, now);
  const text = kind === 'ok' ? w.deadlineMet : metAt ? w.deadlineMissed : showDeadline(due, language, now);
  const title = kind === 'late' ? w.deadlineLate({ time: full }) : kind === 'warn' ? w.deadlineSoon({ time: full }) : w.deadlineFar({ time: full });
  return <Chip kind={kind} title={title} {...(kind === 'late' ? { icon: 'late' } : kind === 'warn' ? { icon: 'clock' } : kind === 'ok' ? { icon: 'check' } : {})}>{text}</Chip>;
}

/** Where a thing stands on its way, as bars: done, now, to come. Screen readers hear "step 3 of 4: …". */
export function StepBar({ steps, at }: { steps: readonly string[]; at: number }) {
  const w = useWords(words);
  return (
    <div className="stepbar" role="img" aria-label={w.stepOf({ n: Math.min(at + 1, steps.length), all: steps.length, name: steps[Math.min(at, steps.length - 1)] ?? '' })}>
      {steps.map((step, i) => <i key={step} className={i < at ? 'on' : i === at ? 'now' : ''} />)}
    </div>
  );
}

/** One thing that happened, or the step that is waited for (`now`). */
export type Happening = { readonly key: string; readonly what: ReactNode; readonly when?: Moment | null; readonly note?: ReactNode; readonly now?: boolean; readonly late?: boolean };

/** What happened to a thing, oldest first, ending with what is waited for. */
export function Timeline({ items }: { items: readonly Happening[] }) {
  const language = useLocale();
  return (
    <ol className="timeline">
      {items.map((h) => (
        <li key={h.key} className={`${h.now ? 'now' : ''} ${h.late ? 'late' : ''}`} {...(h.now ? { 'aria-current': 'step' as const } : {})}>
          <div className="what">{h.what}</div>
          {h.when || h.note ? <div className="when">{h.when ? <time className="num">{showTime(h.when, language)}</time> : null}{h.when && h.note ? ' · ' : null}{h.note}</div> : null}
        </li>
      ))}
    </ol>
  );
}

/** Nothing here yet: says what it is for and what to do. `page`: it is the whole page, so its title is the page's heading. */
export function Empty({ icon = 'box', title, hint, page, children }: { icon?: IconName; title: ReactNode; hint?: ReactNode; page?: boolean; children?: ReactNode }) {
  if (page) return <main><Empty icon={icon} title={<h1 className="emptytitle">{title}</h1>} hint={hint}>{children}</Empty></main>;
  return (
    <div className="empty">
      <span className="emptyicon"><Icon name={icon} size={28} /></span>
      <div className="emptytitle">{title}</div>
      {hint ? <p className="emptyhint">{hint}</p> : null}
      {children ? <div className="emptydo">{children}</div> : null}
    </div>
  );
}

/** The rule a decision or a deadline rests on, with its source. */
export function Basis({ children }: { children: ReactNode }) {
  const w = useWords(words);
  if (typeof children !== 'string' || children.length <= FOLDED) return <p className="basis"><Icon name="info" size="1.15em" /><span>{children}</span></p>;
  return <details className="basis folded"><summary><Icon name="info" size="1.15em" />{w.basis}</summary><p>{children}</p></details>;
}

/** A basis of more characters is opened by whoever wants to read it. */
const FOLDED = 160;

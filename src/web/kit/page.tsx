import { createContext, type ReactNode, useContext } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { Icon, type IconName } from './icons.tsx';
import { words } from './kit.words.ts';
import { useWords } from './language.ts';

/**
 * An inner page of the phone app: title with a way back, content, and (if given) one main action that stays at the bottom.
 * @param up where "back" leads when the page was opened directly; `/` unless told
 */
export function PhonePage({ title, up = '/', actions, foot, children }: { title: string; up?: string; actions?: ReactNode; foot?: ReactNode; children: ReactNode }) {
  const w = useWords(words);
  const go = useNavigate();
  const here = useLocation();
  return (
    <div className={`phonepage ${foot ? 'footed' : ''}`}>
      <title>{title}</title>
      <header className="pagebar">
        <button type="button" className="iconbtn" aria-label={w.back} onClick={() => (here.key === 'default' ? go(up, { replace: true }) : go(-1))}><Icon name="back" /></button>
        <h1>{title}</h1>
        <div className="pageacts">{actions}</div>
      </header>
      <main>{children}</main>
      {foot ? <footer className="pagefoot">{foot}</footer> : null}
    </div>
  );
}

/** A white card; with a heading and, if given, a link on its right. */
export function Card({ title, aside, to, children, className }: { title?: ReactNode; aside?: ReactNode; to?: string; children: ReactNode; className?: string }) {
  return (
    <section className={`card ${className ?? ''}`}>
      {title ? (
        <div className="cardhead">
          <h2>{title}</h2>
          {to ? <Link to={to}>{aside}<Icon name="next" size="1em" /></Link> : aside ? <span className="note">{aside}</span> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** One line of a list: sign, title, note, and at its end a chip or a time. */
export function Row({ icon, tint = 'quiet', title, note, end, to, onClick }: {
  icon?: IconName; tint?: 'info' | 'ok' | 'warn' | 'late' | 'gold' | 'quiet' | 'union'; title: ReactNode; note?: ReactNode; end?: ReactNode; to?: string; onClick?: () => void;
}) {
  const inside = (
    <>
      {icon ? <span className={`rowicon ${tint}`}><Icon name={icon} /></span> : null}
      <span className="rowtext"><b>{title}</b>{note ? <span>{note}</span> : null}</span>
      {end ? <span className="rowend">{end}</span> : null}
      {to || onClick ? <Icon name="next" size={16} /> : null}
    </>
  );
  if (to) return <Link className="row" to={to}>{inside}</Link>;
  if (onClick) return <button type="button" className="row" onClick={onClick}>{inside}</button>;
  return <div className="row">{inside}</div>;
}

/** Pairs of label and value, such as a thing's facts. Pairs whose value is empty are left out. */
export function Facts({ of }: { of: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {of.filter(([, value]) => value !== null && value !== undefined && value !== '').map(([label, value]) => (
        <div key={label}><dt>{label}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  );
}

/** One step of the way to a page of the console. */
export type Crumb = { readonly title: string; readonly to?: string };

/** The area in which a page of the console lies; the shell tells it. */
export const Trail = createContext<readonly Crumb[]>([]);

/** A page of the console: the way here (its area is added by itself), title, one sentence beside it, actions on the right. */
export function DeskPage({ title, about, crumbs, actions, children }: { title: string; about?: ReactNode; crumbs?: readonly Crumb[]; actions?: ReactNode; children: ReactNode }) {
  const w = useWords(words);
  const { pathname } = useLocation();
  const way = [...useContext(Trail), ...(crumbs ?? [])].filter((c) => c.title !== title && c.to !== pathname);
  return (
    <main className="deskpage" id="content" tabIndex={-1}>
      <title>{title}</title>
      {way.length > 0 ? (
        <nav className="crumbs" aria-label={w.whereYouAre}>
          {way.map((c) => <span key={c.title}>{c.to ? <Link to={c.to}>{c.title}</Link> : c.title}<Icon name="next" size={12} /></span>)}
          <span aria-current="page">{title}</span>
        </nav>
      ) : null}
      <div className="deskhead">
        <h1>{title}</h1>
        {about ? <p>{about}</p> : null}
        {actions ? <div className="deskacts">{actions}</div> : null}
      </div>
      {children}
    </main>
  );
}

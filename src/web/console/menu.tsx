import { Fragment } from 'react';
import { NavLink, useLocation } from 'react-router';
import { type Area, areaIcons, areaWords, Icon, type IconName, Mark, type MenuEntry, menuGroupWords, useSay, useScope, useWaitingOf, useWords } from '../kit/index.ts';
import { words } from './console.words.ts';
import { areaAt, groupsOf, type MenuArea } from './menu-of.ts';

/** The address of a menu entry, with the chosen union carried along. */
const withScope = (path: string, union: string | undefined): string => (union ? `${path}?union=${encodeURIComponent(union)}` : path);

function Line({ to, icon, title, waiting, end }: { to: string; icon?: IconName; title: string; waiting?: number | undefined; end?: boolean }) {
  return (
    <NavLink to={to} end={end ?? false} className={icon ? 'line' : 'line sub'}>
      {icon ? <Icon name={icon} size={18} /> : null}
      <span>{title}</span>
      {waiting ? <em className="num">{waiting}</em> : null}
    </NavLink>
  );
}

function AreaLines({ area, entries, open }: { area: Area; entries: readonly MenuEntry[]; open: boolean }) {
  const say = useSay();
  const { union } = useScope();
  const waiting = useWaitingOf(area);
  const only = entries.length === 1 ? entries[0] : undefined;
  if (only) return <Line to={withScope(only.path, union)} icon={areaIcons[area]} title={say(areaWords[area])} waiting={waiting} />;
  const to = entries[0]?.path ?? '/';
  const groups = groupsOf(entries);
  return (
    <>
      <NavLink to={withScope(to, union)} className={open ? 'line parent open' : 'line parent'} aria-expanded={open}>
        <Icon name={areaIcons[area]} size={18} /><span>{say(areaWords[area])}</span>
        {waiting ? <em className="num">{waiting}</em> : null}
        <Icon name={open ? 'down' : 'next'} size={12} />
      </NavLink>
      {open ? (
        <div className="subs">
          {groups.map(({ group, entries: some }) => (
            <Fragment key={group ?? ''}>
              {group && groups.length > 1 ? <p className="subhead">{say(menuGroupWords[group])}</p> : null}
              {some.map((m) => <Line key={m.path} to={withScope(m.path, union)} title={say(m.title)} end={entries.some((o) => o !== m && o.path.startsWith(`${m.path}/`))} />)}
            </Fragment>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** The left menu: the work list, what goes across areas, then the areas I hold an office for. */
export function Menu({ menu }: { menu: readonly MenuArea[] }) {
  const w = useWords(words);
  const say = useSay();
  const { union } = useScope();
  const { pathname } = useLocation();
  const here = areaAt(menu, pathname);
  const across = menu.find((m) => m.area === 'across')?.entries ?? [];
  return (
    <>
      <div className="brand"><Mark size={30} />{w.brand}</div>
      <nav aria-label={w.menu}>
        <Line to={withScope('/', union)} icon="check" title={w.worklist} waiting={useWaitingOf('worklist')} end />
        {across.map((m) => <Line key={m.path} to={withScope(m.path, union)} icon={m.icon ?? 'chart'} title={say(m.title)} />)}
        <hr />
        {menu.map(({ area, entries }) => (area === 'across' ? null : <AreaLines key={area} area={area} entries={entries} open={here === area} />))}
      </nav>
    </>
  );
}

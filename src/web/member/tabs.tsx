import { NavLink } from 'react-router';
import { Icon, type IconName, useMaybeMe, useWords } from '../kit/index.ts';
import { words } from './member.words.ts';

function Tab({ to, icon, title, mark }: { to: string; icon: IconName; title: string; mark?: string }) {
  return (
    <NavLink to={to} end={to === '/'}>
      <Icon name={icon} />
      {title}
      {mark ? <i className="dot" role="img" aria-label={mark} /> : null}
    </NavLink>
  );
}

/** The five places of the app, under the thumb. */
export function Tabs() {
  const w = useWords(words);
  const unread = useMaybeMe()?.unread ?? 0;
  return (
    <nav className="tabs" aria-label={w.tabs}>
      <div>
        <Tab to="/" icon="home" title={w.home} />
        <Tab to="/services" icon="services" title={w.services} />
        <NavLink to="/scan" aria-label={w.scan}><span className="scan"><Icon name="scan" size={24} /></span></NavLink>
        <Tab to="/messages" icon="messages" title={w.messages} {...(unread > 0 ? { mark: w.unread({ n: unread }) } : {})} />
        <Tab to="/me" icon="me" title={w.me} />
      </div>
    </nav>
  );
}

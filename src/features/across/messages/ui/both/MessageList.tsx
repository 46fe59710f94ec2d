import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Chip, nearDay, type Output, showClock, showDay, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../messages.contract.ts';
import { words } from '../messages-ui.words.ts';
import '../messages.css';

type Message = Output<typeof api.list>['items'][number];

/** Which of the two apps shows the list: its own links stay inside, the other's open the other app. */
export type Where = 'member' | 'console';

/** A link as the app it is shown in takes it: a path inside, or an address of the other app. */
export function placeOf(link: string, where: Where): { readonly inside: boolean; readonly to: string } {
  const desk = link === '/console' || link.startsWith('/console/');
  if (where === 'console') return desk ? { inside: true, to: link.slice('/console'.length) || '/' } : { inside: false, to: link };
  return { inside: !desk, to: link };
}

function Opening({ message: m, where, onOpen, children, className }: { message: Message; where: Where; onOpen: () => void; children: ReactNode; className: string }) {
  const { inside, to } = placeOf(m.link, where);
  if (inside) return <Link className={className} to={to} onClick={onOpen}>{children}</Link>;
  return <a className={className} href={to} onClick={onOpen}>{children}</a>;
}

function OneMessage({ message: m, where }: { message: Message; where: Where }) {
  const w = useWords(words);
  const { act } = useAct(api.read, { refreshes: [api.list, api.unread], refused: () => true });
  const unread = m.readAt === null;
  return (
    <Opening message={m} where={where} className={`msg ${unread ? 'unread' : ''}`} onOpen={() => { if (unread) act({ ids: [m.id] }); }}>
      <i {...(unread ? { role: 'img', 'aria-label': w.unreadMark } : { 'aria-hidden': true })} />
      <span className="msgtitle"><b>{m.title}</b>{m.urgent ? <Chip kind="late" icon="alarm">{w.urgent}</Chip> : null}</span>
      <time className="num" dateTime={m.toldAt}>{showClock(m.toldAt)}</time>
      <p>{m.body}</p>
    </Opening>
  );
}

/** Messages under the days on which they were told, newest first. */
export function MessageList({ items, where }: { items: readonly Message[]; where: Where }) {
  const language = useLocale();
  const days = Map.groupBy(items, (m) => nearDay(m.toldAt, language) ?? showDay(m.toldAt, language));
  return (
    <>
      {[...days].map(([day, list]) => (
        <section key={day}>
          <h2 className="msgday num">{day}</h2>
          <div className="card msglist">{list.map((m) => <OneMessage key={m.id} message={m} where={where} />)}</div>
        </section>
      ))}
    </>
  );
}

import { Link, useNavigate } from 'react-router';
import { api } from '../../features/across/sign-in/sign-in.contract.ts';
import { answers, forgetAnswers, call, Icon, setTypeSize, speak, useAct, useLocale, useMe, useTypeSize, useWords } from '../kit/index.ts';
import { words } from './console.words.ts';
import type { MenuArea } from './menu-of.ts';
import { Popup } from './popup.tsx';
import { ScopePicker } from './scope-picker.tsx';
import { Search } from './search.tsx';

function MeMenu() {
  const w = useWords(words);
  const me = useMe();
  const go = useNavigate();
  const size = useTypeSize();
  const out = useAct(api.signOut, { after: () => { answers.clear(); forgetAnswers(); void go('/sign-in', { replace: true }); } });
  const office = me.offices[0];
  return (
    <Popup className="memenu" label={w.me} button={<><span className="av" aria-hidden>{[...me.person.name][0]}</span><span className="mename">{me.person.name}</span></>}>
      {(close) => (
        <>
          <p className="mehead"><b>{me.person.name}</b>{office ? <span className="note">{office.unionName}</span> : null}</p>
          <Link to="/safety" onClick={close}><Icon name="lock" size={18} />{w.safety}</Link>
          <Link to="/consents" onClick={close}><Icon name="shield" size={18} />{w.consents}</Link>
          <button type="button" aria-pressed={size !== 'usual'} onClick={() => setTypeSize(size === 'usual' ? 'large' : 'usual')}><Icon name="seen" size={18} />{w.largeType}{size === 'usual' ? null : <Icon name="check" size={16} />}</button>
          <a href="/"><Icon name="phone" size={18} />{w.phoneApp}</a>
          <hr />
          <button type="button" disabled={out.busy} onClick={() => out.act({})}><Icon name="leave" size={18} />{w.signOut}</button>
        </>
      )}
    </Popup>
  );
}

/** The line on top: which unions, search, messages, language, me. */
export function TopBar({ menu, openMenu }: { menu: readonly MenuArea[]; openMenu: () => void }) {
  const w = useWords(words);
  const me = useMe();
  const language = useLocale();
  const switchTo = language === 'zh' ? 'en' : 'zh';
  return (
    <header className="bar">
      <button type="button" className="iconbtn menubtn" aria-label={w.openMenu} onClick={openMenu}><Icon name="menu" /></button>
      <ScopePicker />
      <Search menu={menu} />
      <span className="space" />
      {me.mode === 'demo' ? <Link className="chip warn demochip" to="/sign-in" title={w.demoHint} aria-label={w.demoHint}>{w.demo}</Link> : null}
      <Link className="iconbtn" to="/messages" aria-label={me.unread > 0 ? w.unread({ n: me.unread > 99 ? '99+' : me.unread }) : w.messages}><Icon name="bell" size={20} />{me.unread > 0 ? <i className="count num" aria-hidden>{me.unread > 99 ? '99+' : me.unread}</i> : null}</Link>
      <button type="button" className="lang" lang={switchTo} title={w.language} onClick={() => { speak(switchTo); void call(api.setPreferences, { locale: switchTo }).catch(() => undefined); }}>{w[switchTo]}</button>
      <MeMenu />
    </header>
  );
}

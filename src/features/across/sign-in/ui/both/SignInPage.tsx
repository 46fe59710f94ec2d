import { Link } from 'react-router';
import { Card, Icon, Mark, Row, speak, useCall, useDoors, useLocale, useSay, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { demoApi } from '../../sign-in.contract.ts';
import { Cast } from './Cast.tsx';
import { words } from '../sign-in-ui.words.ts';
import { SignInForm } from './SignInForm.tsx';
import type { App } from './steps.tsx';
import { SignInToBind, VendorWays } from './VendorWays.tsx';

/** The page where both apps begin: the cast of a demonstration first, then one's own account, then what needs no account. */
export function SignInPage({ app }: { app: App }) {
  const w = useWords(words);
  const say = useSay();
  const language = useLocale();
  const doors = useDoors();
  const cast = useCall(demoApi.cast, {}, { anonymous: true });
  // in real use there is no such list: the server answers 404, and that is an answer too
  const asked = cast.data !== undefined || cast.error !== null;
  const people = cast.data?.people ?? [];
  const title = app === 'member' ? w.titleMember : w.titleConsole;
  return (
    <div className="signin">
      <title>{title}</title>
      <header className="signinhead">
        <div className="signinbar">
          <Mark size={44} onRed />
          <button type="button" className="lang" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>{language === 'zh' ? w.en : w.zh}</button>
        </div>
        <div>
          <h1>{title}</h1>
          <p>{app === 'member' ? w.welcome : w.welcomeDesk}</p>
        </div>
      </header>
      {!asked ? <div className="signinbody"><Card><Waiting lines={6} /></Card></div> : (
      <main className={people.length > 0 ? 'signinbody' : 'signinbody alone'}>
        {app === 'member' ? <SignInToBind /> : null}
        {people.length > 0 ? <Cast app={app} people={people} /> : null}
        <Card {...(people.length > 0 ? { title: w.anotherWay } : {})}><SignInForm app={app} /></Card>
        {app === 'member' ? <VendorWays /> : null}
        {doors.length > 0 ? (
          <Card title={w.doors}>
            {doors.map((d) => <Row key={d.path} icon={d.icon} title={say(d.title)} note={d.note ? say(d.note) : undefined} to={d.path} />)}
          </Card>
        ) : null}
        {app === 'member' ? <p className="demonote"><Link to="/privacy-notice"><Icon name="shield" size="1em" /> {w.notice}</Link></p> : null}
      </main>
      )}
    </div>
  );
}

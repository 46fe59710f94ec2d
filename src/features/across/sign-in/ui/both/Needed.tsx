import { Navigate, useSearchParams } from 'react-router';
import { answers, Card, useAct, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { Authenticator, Password } from './SafetyCards.tsx';
import { SignInForm } from './SignInForm.tsx';
import { safeNext } from '../sign-in-ui.rules.ts';
import { words } from '../sign-in-ui.words.ts';
import type { App } from './steps.tsx';

/** What must be done before the office opens: a password, a second factor, or signing in again after a pause. */
export function NeededPage({ app }: { app: App }) {
  const w = useWords(words);
  const { needs } = useMe();
  const [params] = useSearchParams();
  const out = useAct(api.signOut, { after: () => { answers.clear(); location.reload(); } });
  const need = needs.find((n) => n !== 'consent');
  if (!need) return <Navigate to={safeNext(params.get('next'))} replace />;
  return (
    <div className="signin agree">
      <title>{w.neededTitle}</title>
      <header className="signinhead"><h1>{w.neededTitle}</h1><p>{need === 'totp' ? w.neededTotp : need === 'password' ? w.neededPassword : w.neededAgain}</p></header>
      <main className="signinbody">
        {need === 'totp' ? <Authenticator /> : need === 'password' ? <Password /> : <Card><SignInForm app={app} /></Card>}
        <button type="button" className="btn plain wide" onClick={() => out.act({})}>{w.signOut}</button>
      </main>
    </div>
  );
}

import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { answers, call, Card, keep, Loaded, RefusedByServer, tell, Toggle, useCall, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { NoticeText } from './NoticeText.tsx';
import { words } from '../sign-in-ui.words.ts';
import { safeNext } from '../sign-in-ui.rules.ts';

/** On first sign-in: the privacy notice, then each use of personal data on its own, nothing ticked beforehand. 单独同意 */
export default function Welcome() {
  const w = useWords(words);
  const me = useMe();
  const go = useNavigate();
  const [params] = useSearchParams();
  const consents = useCall(api.listConsents, {});
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reading, setReading] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => void keep('welcomed', '1', 'tab'), []);
  const choose = (purpose: string, on: boolean): void => setChosen((before) => new Set(on ? [...before, purpose] : [...before].filter((p) => p !== purpose)));

  async function finish(): Promise<void> {
    setBusy(true);
    try {
      for (const c of consents.data?.items ?? []) {
        if (c.purpose === 'notice' || chosen.has(c.purpose)) await call(api.giveConsent, { purpose: c.purpose, version: c.version });
      }
      await answers.invalidateQueries();
      await go(safeNext(params.get('next')), { replace: true });
    } catch (why) {
      if (why instanceof RefusedByServer) tell(why.sentence, 'bad');
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className="signin agree">
      <title>{w.consentTitle}</title>
      <header className="signinhead"><h1>{w.consentHello({ name: me.person.name })}</h1><p>{w.consentLead}</p></header>
      <main className="signinbody">
        <Card title={w.notice}>
          {reading ? <NoticeText /> : <button type="button" className="btn wide" onClick={() => setReading(true)}>{w.consentRead}</button>}
        </Card>
        <Card title={w.consentEach}>
          <p className="note">{w.consentEachHint}</p>
          <Loaded from={consents}>
            {(all) => <>{all.items.filter((c) => c.purpose !== 'notice').map((c) => <Toggle key={c.purpose} label={c.title} note={c.text} checked={chosen.has(c.purpose)} onChange={(on) => choose(c.purpose, on)} />)}</>}
          </Loaded>
        </Card>
        <button type="button" className="btn primary wide" disabled={busy || !consents.data} onClick={() => void finish()}>{w.consentDone}</button>
      </main>
    </div>
  );
}

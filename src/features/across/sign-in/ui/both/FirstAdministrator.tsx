import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import { Card, Empty, errorAt, Field, Loaded, Mark, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { words } from '../sign-in-ui.words.ts';

function Form({ link, needsFederation }: { link: string; needsFederation: boolean }) {
  const w = useWords(words);
  const [f, setF] = useState({ federation: '', code: '', name: '', phone: '', password: '' });
  const set = (change: Partial<typeof f>): void => setF({ ...f, ...change });
  const begin = useAct(api.becomeFirstAdministrator, { after: () => location.assign('/console/'), refused: (why) => why.fields.length > 0 });
  const at = (path: string): string | undefined => errorAt(begin.refusal, path);
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    begin.act({ link, name: f.name, phone: f.phone, password: f.password, ...(needsFederation ? { federation: { name: f.federation, code: f.code } } : {}) });
  };
  return (
    <form className="fields" noValidate onSubmit={submit}>
      {needsFederation ? (
        <>
          <Field label={w.federationName} value={f.federation} onChange={(e) => set({ federation: e.target.value })} error={at('federation.name') ?? at('federation')} />
          <Field label={w.federationCode} hint={w.federationCodeHint} autoCapitalize="characters" value={f.code} onChange={(e) => set({ code: e.target.value })} error={at('federation.code')} />
        </>
      ) : null}
      <Field label={w.yourName} autoComplete="name" value={f.name} onChange={(e) => set({ name: e.target.value })} error={at('name')} />
      <Field label={w.phone} type="tel" autoComplete="tel" value={f.phone} onChange={(e) => set({ phone: e.target.value })} error={at('phone')} />
      <Field label={w.passwordNew} type="password" autoComplete="new-password" hint={w.passwordHint} value={f.password} onChange={(e) => set({ password: e.target.value })} error={at('password')} />
      <button type="submit" className="btn primary wide" disabled={begin.busy}>{w.firstDo}</button>
    </form>
  );
}

/** Opened by the one-time link that a real installation prints at its first start. */
export default function FirstAdministrator() {
  const w = useWords(words);
  const { link = '' } = useParams();
  const state = useCall(api.firstAdministrator, { link }, { anonymous: true });
  return (
    <div className="signin agree">
      <title>{w.firstTitle}</title>
      <header className="signinhead"><div className="signinbar"><Mark size={44} onRed /></div><h1>{w.firstTitle}</h1><p>{w.firstHint}</p></header>
      <main className="signinbody">
        <Card>
          <Loaded from={state}>{(s) => (s.open ? <Form link={link} needsFederation={s.needsFederation} /> : <Empty icon="key" title={w.firstClosed} hint={w.firstClosedHint} />)}</Loaded>
        </Card>
      </main>
    </div>
  );
}

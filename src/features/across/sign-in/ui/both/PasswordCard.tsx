import { type FormEvent, useState } from 'react';
import { call, Card, Chip, errorAt, Field, useAct, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api, demoApi } from '../../sign-in.contract.ts';
import { words } from '../sign-in-ui.words.ts';
import { useCountdown } from './steps.tsx';

/** A code sent to the own phone, for those who do not know their password. */
export function OwnCode({ value, change, error }: { value: string; change: (to: string) => void; error: string | undefined }) {
  const w = useWords(words);
  const { mode } = useMe();
  const [hint, setHint] = useState<string>();
  const [left, wait] = useCountdown();
  const send = useAct(api.requestOwnCode, {
    after: (out) => {
      wait(out.resendAfterSeconds);
      setHint(w.codeSentTo({ phone: out.phone }));
      if (mode === 'demo') void call(demoApi.codes, {}).then((codes) => setHint(w.demoCode({ code: codes.items[0]?.code ?? '' }))).catch(() => undefined);
    },
  });
  return (
    <Field label={w.code} inputMode="numeric" autoComplete="one-time-code" maxLength={6} placeholder={w.codeHint} hint={hint} value={value} error={error} onChange={(e) => change(e.target.value)}
      end={<button type="button" disabled={left > 0 || send.busy} onClick={() => send.act({})}>{left > 0 ? w.sendAgain({ n: left }) : w.sendCode}</button>} />
  );
}

/** Setting or changing the password: with the present one, or with a code sent to the own phone. */
export function Password() {
  const w = useWords(words);
  const { password: set } = useMe().safety;
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const [byCode, setByCode] = useState(false);
  const [password, setPassword] = useState('');
  const save = useAct(api.setPassword, {
    refreshes: [api.me, api.listSessions], done: w.passwordSaved,
    refused: (why) => {
      if (why.code === 'identity.passwordProof') setByCode(true);
      return why.code !== 'identity.passwordProof' && why.fields.length > 0;
    },
    after: () => { setCurrent(''); setCode(''); setPassword(''); setByCode(false); },
  });
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    save.act({ password, ...(byCode ? { code } : set ? { current } : {}) });
  };
  return (
    <Card title={w.passwordTitle} aside={<Chip kind={set ? 'ok' : 'quiet'}>{set ? w.passwordSet : w.passwordUnset}</Chip>}>
      <form className="fields" noValidate onSubmit={submit}>
        {byCode ? <OwnCode value={code} change={setCode} error={errorAt(save.refusal, 'code')} />
          : set ? <Field label={w.passwordCurrent} type="password" autoComplete="current-password" value={current} onChange={(e) => setCurrent(e.target.value)} error={errorAt(save.refusal, 'current')} />
          : <p className="note">{w.passwordNone}</p>}
        {set ? <button type="button" className="btn plain" onClick={() => setByCode(!byCode)}>{byCode ? w.passwordByCurrent : w.passwordForgotten}</button> : null}
        <Field label={w.passwordNew} type="password" autoComplete="new-password" hint={w.passwordHint} value={password} onChange={(e) => setPassword(e.target.value)} error={errorAt(save.refusal, 'password')} />
        <button type="submit" className="btn wide" disabled={save.busy || password.length < 8 || (byCode && code.length !== 6)}>{w.passwordSave}</button>
      </form>
    </Card>
  );
}

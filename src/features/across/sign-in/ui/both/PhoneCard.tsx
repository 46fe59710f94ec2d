import { type FormEvent, useState } from 'react';
import { call, Card, errorAt, Field, useAct, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api, demoApi } from '../../sign-in.contract.ts';
import { words } from '../sign-in-ui.words.ts';
import { OwnCode } from './PasswordCard.tsx';
import { useCountdown } from './steps.tsx';

/** The new number with the code that was sent to it. */
function NewNumber({ phone, setPhone, code, setCode, error }: {
  phone: string; setPhone: (to: string) => void; code: string; setCode: (to: string) => void; error: (path: string) => string | undefined;
}) {
  const w = useWords(words);
  const { mode } = useMe();
  const [hint, setHint] = useState<string>();
  const [left, wait] = useCountdown();
  const send = useAct(api.requestNewPhoneCode, {
    refused: (why) => why.fields.length > 0,
    after: (out) => {
      wait(out.resendAfterSeconds);
      if (mode === 'demo') void call(demoApi.codes, {}).then((codes) => setHint(w.demoCode({ code: codes.items[0]?.code ?? '' }))).catch(() => undefined);
    },
  });
  return (
    <>
      <Field label={w.phoneNew} type="tel" inputMode="tel" autoComplete="tel" value={phone} onChange={(e) => setPhone(e.target.value)} error={errorAt(send.refusal, 'phone') ?? error('phone')} />
      <Field label={w.phoneNewCode} inputMode="numeric" autoComplete="one-time-code" maxLength={6} placeholder={w.codeHint} hint={hint} value={code} onChange={(e) => setCode(e.target.value)} error={error('newCode')}
        end={<button type="button" disabled={left > 0 || send.busy || phone.trim() === ''} onClick={() => send.act({ phone })}>{left > 0 ? w.sendAgain({ n: left }) : w.sendCode}</button>} />
    </>
  );
}

/** Changing the own phone: the new number proves itself by a code, the person by the password or a code to the old number. */
export function Phone() {
  const w = useWords(words);
  const { phone: now, password: set } = useMe().safety;
  const [open, setOpen] = useState(false);
  const [phone, setPhone] = useState('');
  const [newCode, setNewCode] = useState('');
  const [current, setCurrent] = useState('');
  const [code, setCode] = useState('');
  const save = useAct(api.changePhone, {
    refreshes: [api.me, api.listSessions], done: (out) => w.phoneSaved({ phone: out.phone }), refused: (why) => why.fields.length > 0,
    after: () => { setOpen(false); setPhone(''); setNewCode(''); setCurrent(''); setCode(''); },
  });
  const error = (path: string): string | undefined => errorAt(save.refusal, path);
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    save.act({ phone, newCode, ...(current ? { current } : { code }) });
  };
  return (
    <Card title={w.phoneTitle} aside={now ?? w.phoneNone}>
      {open ? (
        <form className="fields" noValidate onSubmit={submit}>
          <NewNumber phone={phone} setPhone={setPhone} code={newCode} setCode={setNewCode} error={error} />
          <p className="note">{now ? w.phoneProve : w.phoneProveUnion}</p>
          {set ? <Field label={w.passwordCurrent} type="password" autoComplete="current-password" value={current} onChange={(e) => setCurrent(e.target.value)} error={error('current')} /> : null}
          {now && current === '' ? <OwnCode value={code} change={setCode} error={error('code')} /> : null}
          <button type="submit" className="btn wide" disabled={save.busy || newCode.length !== 6 || (current === '' && code.length !== 6)}>{w.phoneSave}</button>
        </form>
      ) : <button type="button" className="btn wide" onClick={() => setOpen(true)}>{w.phoneChange}</button>}
    </Card>
  );
}

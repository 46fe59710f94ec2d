import { type FormEvent, useState } from 'react';
import { call, errorAt, Field, type RefusedByServer, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api, demoApi } from '../../sign-in.contract.ts';
import { words } from '../sign-in-ui.words.ts';
import { looksLikePhone } from '../sign-in-ui.rules.ts';
import { type Answer, type App, useCountdown, useSteps } from './steps.tsx';

type FormProps = { readonly app: App; readonly take: (answer: Answer) => void };

/** Why one is not in, where it concerns no single field; it stays until the next try. */
function WhyNot({ refusal }: { refusal: RefusedByServer | null }) {
  if (!refusal || refusal.fields.length > 0) return null;
  return <p className="fielderror" role="alert">{refusal.sentence}</p>;
}

/** In a demonstration the code appears on the screen; elsewhere this route does not exist. */
async function demoCode(): Promise<string | undefined> {
  const codes = await call(demoApi.codes, {}, { anonymous: true }).catch(() => null);
  return codes?.items[0]?.code;
}

function WithCode({ app, take }: FormProps) {
  const w = useWords(words);
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<{ phone?: string; code?: string }>({});
  const [shown, setShown] = useState<string>();
  const [left, wait] = useCountdown();
  const ask = useAct(api.requestCode, {
    done: (out) => w.codeSent({ n: Math.round(out.validSeconds / 60) }),
    after: (out) => { wait(out.resendAfterSeconds); void demoCode().then(setShown); },
    refused: (why) => why.fields.length > 0,
  });
  const enter = useAct(api.withCode, { after: take, refused: () => true });
  const send = (): void => {
    setMissing(phone.trim() ? {} : { phone: w.noPhone });
    if (phone.trim()) ask.act({ phone, app });
  };
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    const lacks = { ...(phone.trim() ? {} : { phone: w.noPhone }), ...(/^\d{6}$/.test(code.trim()) ? {} : { code: w.noCode }) };
    setMissing(lacks);
    if (Object.keys(lacks).length === 0) enter.act({ phone, code, app });
  };
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <Field label={w.phone} type="tel" inputMode="tel" autoComplete="tel" name="phone" value={phone} onChange={(e) => setPhone(e.target.value)}
        error={missing.phone ?? errorAt(ask.refusal, 'phone') ?? errorAt(enter.refusal, 'phone')} />
      <Field label={w.code} inputMode="numeric" autoComplete="one-time-code" name="code" maxLength={6} placeholder={w.codeHint} hint={shown && w.demoCode({ code: shown })} value={code} onChange={(e) => setCode(e.target.value)}
        error={missing.code ?? errorAt(enter.refusal, 'code')}
        end={<button type="button" disabled={left > 0 || ask.busy} onClick={send}>{left > 0 ? w.sendAgain({ n: left }) : w.sendCode}</button>} />
      <WhyNot refusal={enter.refusal} />
      <button type="submit" className="btn primary wide" disabled={enter.busy}>{w.signIn}</button>
    </form>
  );
}

function WithPassword({ app, take }: FormProps) {
  const w = useWords(words);
  const [name, setName] = useState('');
  const [unionCode, setUnionCode] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<{ name?: string; password?: string }>({});
  const enter = useAct(api.withPassword, { after: take, refused: () => true });
  const staff = name.trim() !== '' && !looksLikePhone(name);
  const submit = (e: FormEvent): void => {
    e.preventDefault();
    const lacks = { ...(name.trim() ? {} : { name: w.noName }), ...(password ? {} : { password: w.noPassword }) };
    setMissing(lacks);
    if (Object.keys(lacks).length === 0) enter.act({ name, password, app, ...(staff && unionCode.trim() ? { unionCode } : {}) });
  };
  return (
    <form className="fields" onSubmit={submit} noValidate>
      <Field label={w.phoneOrStaff} autoComplete="username" name="name" autoCapitalize="none" value={name} onChange={(e) => setName(e.target.value)} error={missing.name ?? errorAt(enter.refusal, 'name')} />
      {staff ? <Field label={w.unionCode} hint={w.unionCodeHint} autoCapitalize="characters" name="union" value={unionCode} onChange={(e) => setUnionCode(e.target.value)} error={errorAt(enter.refusal, 'unionCode')} /> : null}
      <Field label={w.password} type="password" autoComplete="current-password" name="password" value={password} onChange={(e) => setPassword(e.target.value)} error={missing.password ?? errorAt(enter.refusal, 'password')} />
      <WhyNot refusal={enter.refusal} />
      <button type="submit" className="btn primary wide" disabled={enter.busy}>{w.signIn}</button>
    </form>
  );
}

/** The authenticator's code, when the first proof was right. */
export function SecondStep({ ticket, take, startAgain }: { ticket: string; take: (answer: Answer) => void; startAgain: () => void }) {
  const w = useWords(words);
  const [code, setCode] = useState('');
  const enter = useAct(api.secondStep, { after: take, refused: () => true });
  return (
    <form className="fields" noValidate onSubmit={(e) => { e.preventDefault(); enter.act({ ticket, code }); }}>
      <h2>{w.totpTitle}</h2>
      <p className="note">{w.totpHint}</p>
      <Field label={w.totpCode} inputMode="text" autoComplete="one-time-code" autoFocus value={code} onChange={(e) => setCode(e.target.value)} error={errorAt(enter.refusal, 'code')} />
      <WhyNot refusal={enter.refusal} />
      <button type="submit" className="btn primary wide" disabled={enter.busy || code.trim().length < 6}>{w.next}</button>
      <button type="button" className="btn plain wide" onClick={startAgain}>{w.startAgain}</button>
    </form>
  );
}

function Choose({ ticket, choices, take, startAgain }: { ticket: string; choices: NonNullable<Answer['choices']>; take: (answer: Answer) => void; startAgain: () => void }) {
  const w = useWords(words);
  const choose = useAct(api.choose, { after: take });
  return (
    <div className="fields">
      <h2>{w.chooseTitle}</h2>
      <p className="note">{w.chooseHint}</p>
      {choices.map((c) => (
        <button key={c.person} type="button" className="btn wide" disabled={choose.busy} onClick={() => choose.act({ ticket, person: c.person })}>{c.name}<span className="note">{c.unionName}</span></button>
      ))}
      <button type="button" className="btn plain wide" onClick={startAgain}>{w.startAgain}</button>
    </div>
  );
}

/** Signing in with one's own account: code or password, then what else is asked. */
export function SignInForm({ app }: { app: App }) {
  const w = useWords(words);
  const { step, take, startAgain } = useSteps();
  const [way, setWay] = useState<'code' | 'password'>(app === 'member' ? 'code' : 'password');
  if (step.at === 'totp') return <SecondStep ticket={step.ticket} take={take} startAgain={startAgain} />;
  if (step.at === 'choose') return <Choose ticket={step.ticket} choices={step.choices} take={take} startAgain={startAgain} />;
  return (
    <div className="fields">
      <div className="segments" role="tablist" aria-label={w.ways}>
        <button type="button" role="tab" aria-selected={way === 'code'} onClick={() => setWay('code')}>{w.byCode}</button>
        <button type="button" role="tab" aria-selected={way === 'password'} onClick={() => setWay('password')}>{w.byPassword}</button>
      </div>
      {way === 'code' ? <WithCode app={app} take={take} /> : <WithPassword app={app} take={take} />}
    </div>
  );
}

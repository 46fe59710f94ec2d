import { useState } from 'react';
import { ask, Card, Chip, errorAt, Field, Loaded, refresh, Row, showTime, useAct, useCall, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { words } from '../sign-in-ui.words.ts';

export { Password } from './PasswordCard.tsx';
export { Phone } from './PhoneCard.tsx';

/** The devices on which one is signed in, and how to end that. */
export function Devices() {
  const w = useWords(words);
  const sessions = useCall(api.listSessions, {});
  const end = useAct(api.endSession, { refreshes: [api.listSessions], done: w.ended });
  const endOthers = useAct(api.endOtherSessions, { refreshes: [api.listSessions], done: (out) => w.endedOthers({ n: out.ended }) });
  const apps = { member: w.appMember, console: w.appConsole, api: w.appApi };
  return (
    <Card title={w.devices}>
      <Loaded from={sessions}>
        {(all) => (
          <>
            {all.items.map((s) => (
              <Row key={s.id} icon={s.app === 'console' ? 'table' : 'phone'} title={s.device} note={`${apps[s.app]} · ${w.seen({ time: showTime(s.seen) })}`}
                end={s.current ? <Chip kind="ok" icon="check">{w.thisDevice}</Chip>
                  : <button type="button" className="btn" disabled={end.busy} onClick={async () => { if (await ask({ title: w.endAsk, yes: w.end })) end.act({ id: s.id }); }}>{w.end}</button>} />
            ))}
            {all.items.length > 1 ? <button type="button" className="btn wide" disabled={endOthers.busy} onClick={() => endOthers.act({})}>{w.endOthers}</button> : null}
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Enrol({ show }: { show: (codes: readonly string[]) => void }) {
  const w = useWords(words);
  const [code, setCode] = useState('');
  const begin = useAct(api.enrolTotp);
  const [secret, setSecret] = useState<{ qr: string; secret: string }>();
  const confirm = useAct(api.confirmTotp, { after: (out) => show(out.recoveryCodes), refused: (why) => why.fields.length > 0 });
  if (!secret) return <button type="button" className="btn wide" disabled={begin.busy} onClick={async () => setSecret(await begin.actNow({}))}>{w.totpBegin}</button>;
  return (
    <form className="fields" noValidate onSubmit={(e) => { e.preventDefault(); confirm.act({ code }); }}>
      <p>{w.totpScan}</p>
      <img className="qr" src={secret.qr} alt={w.totpScan} width={200} height={200} />
      <code style={{ userSelect: 'all' }}>{secret.secret}</code>
      <Field label={w.totpConfirm} inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(e) => setCode(e.target.value)} error={errorAt(confirm.refusal, 'code')} />
      <button type="submit" className="btn primary wide" disabled={confirm.busy || code.length !== 6}>{w.totpTurnOn}</button>
    </form>
  );
}

/** The second factor: turning it on with its recovery codes, and off again. */
export function Authenticator() {
  const w = useWords(words);
  const me = useMe();
  const [codes, setCodes] = useState<readonly string[]>();
  const [code, setCode] = useState('');
  const [removing, setRemoving] = useState(false);
  const remove = useAct(api.removeTotp, { refreshes: [api.me], done: w.totpRemoved, after: () => { setRemoving(false); setCode(''); }, refused: (why) => why.fields.length > 0 });
  if (codes) {
    return (
      <Card title={w.recoveryTitle}>
        <p className="note">{w.recoveryHint}</p>
        <p className="codes" style={{ margin: '12px 0' }}>{codes.map((c) => <span key={c}>{c}<br /></span>)}</p>
        <button type="button" className="btn primary wide" onClick={() => { setCodes(undefined); void refresh(api.me); }}>{w.recoveryDone}</button>
      </Card>
    );
  }
  return (
    <Card title={w.totpSetTitle}>
      <p className="note" style={{ marginBottom: 12 }}>{me.safety.totp ? w.totpOn({ n: me.safety.recoveryCodesLeft }) : w.totpOff}</p>
      {!me.safety.totp ? <Enrol show={setCodes} /> : removing ? (
        <form className="fields" noValidate onSubmit={(e) => { e.preventDefault(); remove.act({ code }); }}>
          <Field label={w.totpRemoveHint} autoComplete="one-time-code" value={code} onChange={(e) => setCode(e.target.value)} error={errorAt(remove.refusal, 'code')} />
          <button type="submit" className="btn wide" disabled={remove.busy || code.trim().length < 6}>{w.totpRemove}</button>
        </form>
      ) : <button type="button" className="btn" onClick={() => setRemoving(true)}>{w.totpRemove}</button>}
    </Card>
  );
}

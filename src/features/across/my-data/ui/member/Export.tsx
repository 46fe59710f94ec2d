import { type FormEvent, useEffect, useState } from 'react';
import { errorAt, Field, PhonePage, RefusedByServer, saveFile, tell, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../my-data.contract.ts';
import { words } from '../my-data-ui.words.ts';

function useWait(): readonly [left: number, start: (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const beat = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(beat);
  }, [left]);
  return [left, setLeft];
}

/** Everything about me as a file, after a proof that it is me. */
export default function Export() {
  const w = useWords(words);
  const [phone, setPhone] = useState<string>();
  const [code, setCode] = useState('');
  const [current, setCurrent] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<RefusedByServer | null>(null);
  const [left, wait] = useWait();
  const send = useAct(api.sendCode, { after: (out) => { setPhone(out.phone); wait(out.resendAfterSeconds); } });
  const save = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      await saveFile(api.export, { ...(code ? { code } : {}), ...(current ? { current } : {}) }, 'my-data.zip');
      tell(w.exported);
    } catch (why) {
      if (!(why instanceof RefusedByServer)) throw why;
      setRefusal(why);
      if (why.fields.length === 0) tell(why.sentence, 'bad');
    } finally {
      setBusy(false);
    }
  };
  return (
    <PhonePage title={w.exportTitle} up="/my-data/held">
      <p className="note">{w.exportHint}</p>
      <form className="fields" noValidate onSubmit={(e) => void save(e)}>
        <p>{phone ? w.prove({ phone }) : w.proveFirst}</p>
        <Field label={w.code} inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(e) => setCode(e.target.value)} error={errorAt(refusal, 'code')}
          end={<button type="button" disabled={left > 0 || send.busy} onClick={() => send.act({})}>{left > 0 ? w.sendAgain({ n: left }) : w.sendCode}</button>} />
        <Field label={w.password} type="password" autoComplete="current-password" value={current} onChange={(e) => setCurrent(e.target.value)} error={errorAt(refusal, 'current')} />
        <button type="submit" className="btn primary wide" disabled={busy || (code.length !== 6 && current === '')}>{w.exportNow}</button>
      </form>
    </PhonePage>
  );
}

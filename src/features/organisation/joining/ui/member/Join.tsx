import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, errorAt, Field, Icon, Loaded, type Output, PhonePage, Row, Toggle, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joining.contract.ts';
import { words } from '../../joining.words.ts';
import '../joining.css';

const EMPTY = { name: '', idKind: 'resident' as 'resident' | 'other', idNumber: '', phone: '', unattached: false, employer: '', job: '', newForm: '' as '' | 'delivery' | 'courier' | 'ride' | 'truck' | 'other', letter: '', notice: false };
type Draft = typeof EMPTY;
const FORMS = ['', 'delivery', 'courier', 'ride', 'truck', 'other'] as const;

function Received({ out }: { out: Output<typeof api.apply> }) {
  const w = useWords(words);
  return (
    <PhonePage title={w.sent}>
      <Card className="joined">
        <span className="rowicon ok"><Icon name="check" /></span>
        <h2>{w.sent}</h2>
        <p>{w.sentHint({ union: out.union, days: out.withinWorkdays })}</p>
        <Link className="btn primary wide" to="/">{w.signIn}</Link>
      </Card>
    </PhonePage>
  );
}

function Kinds({ draft, write }: { draft: Draft; write: (change: Partial<Draft>) => void }) {
  const w = useWords(words);
  return (
    <fieldset className="joinchoice">
      <legend>{w.newForm}</legend>
      {FORMS.map((f) => <button key={f} type="button" aria-pressed={draft.newForm === f} className={draft.newForm === f ? 'on' : ''} onClick={() => write({ newForm: f })}>{f === '' ? w.form_none : w[`form_${f}`]}</button>)}
    </fieldset>
  );
}

function Form({ door, joinCode }: { door: Output<typeof api.door>; joinCode: string }) {
  const w = useWords(words);
  const draft = useDraft('join', EMPTY, { anonymous: true });
  const [out, setOut] = useState<Output<typeof api.apply> | null>(null);
  const { act, busy, waiting, refusal } = useAct(api.apply, { anonymous: true, after: (o) => { draft.drop(); setOut(o); } });
  if (out) return <Received out={out} />;
  const d = draft.value;
  const write = (change: Partial<Draft>): void => draft.write({ ...d, ...change });
  const at = (path: string): string | undefined => errorAt(refusal, path);
  const foot = <button type="button" className="btn primary" disabled={busy} onClick={() => act({ ...d, joinCode })}>{waiting ? w.waiting : w.send}</button>;
  return (
    <PhonePage title={w.join({ union: door.union })} foot={foot}>
      <div className="joinform">
      <Card><Row icon="swap" title={w.memberAlready} note={w.memberAlreadyHint} to={`/transfers/new?code=${joinCode}`} /></Card>
      <Card>
        <Field label={w.name} value={d.name} error={at('name')} autoComplete="name" onChange={(e) => write({ name: e.target.value })} />
        <fieldset className="joinchoice"><legend>{w.idKind}</legend>
          {(['resident', 'other'] as const).map((k) => <button key={k} type="button" aria-pressed={d.idKind === k} className={d.idKind === k ? 'on' : ''} onClick={() => write({ idKind: k })}>{w[`kind_${k}`]}</button>)}
        </fieldset>
        <Field label={w.idNumber} value={d.idNumber} error={at('idNumber')} hint={w.why} autoComplete="off" autoCapitalize="characters" onChange={(e) => write({ idNumber: e.target.value })} />
        <Field label={w.phone} value={d.phone} error={at('phone')} type="tel" inputMode="tel" autoComplete="tel" onChange={(e) => write({ phone: e.target.value })} />
      </Card>
      <Card>
        {door.takesUnattached ? <Toggle label={w.unattached} note={w.unattachedHint} checked={d.unattached} onChange={(unattached) => write({ unattached })} /> : null}
        {d.unattached ? <Kinds draft={d} write={write} /> : <Field label={w.employer} value={d.employer} error={at('employer')} placeholder={door.employer} onChange={(e) => write({ employer: e.target.value })} />}
        <Field label={w.job} value={d.job} onChange={(e) => write({ job: e.target.value })} />
        <Field label={w.letter} value={d.letter} hint={w.letterHint} maxLength={60} onChange={(e) => write({ letter: e.target.value })} />
      </Card>
      <Card>
        <Toggle label={w.notice} checked={d.notice} onChange={(notice) => write({ notice })} />
        {at('notice') ? <p className="fielderror">{at('notice')}</p> : null}
      </Card>
      </div>
    </PhonePage>
  );
}

/** The page behind a union's QR code: asks only what the register needs. */
export default function Join() {
  const w = useWords(words);
  const { joinCode = '' } = useParams();
  const door = useCall(api.door, { joinCode }, { anonymous: true });
  if (door.error) return <PhonePage title={w.aboutApply}><Loaded from={door}>{() => null}</Loaded><Link className="btn wide" to="/join">{w.otherCode}</Link></PhonePage>;
  return <Loaded from={door} lines={6}>{(d) => <Form door={d} joinCode={joinCode} />}</Loaded>;
}

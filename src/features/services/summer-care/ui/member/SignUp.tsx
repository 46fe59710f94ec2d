import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, errorAt, FieldText, Loaded, type Output, PhonePage, tell, Toggle, useAct, useCall, useMe, useWords } from '../../../../../web/kit/index.ts';
import { offerRoutes as offers } from '../../../offers/ui/both/routes.ts';
import { api } from '../../summer-care.contract.ts';
import { useCareWords } from '../both/look.tsx';
import { words } from '../care-ui.words.ts';
import { CareForm, type Draft, emptyDraft, saidOf } from './form.tsx';

type Seen = Output<typeof api.session>;
type Health = { readonly on: boolean; readonly text: string; readonly agreed: boolean };

/** Health notes with the consent of their own. */
export function HealthFields({ value: h, text, error, onChange }: { value: Health; text: string; error: string | undefined; onChange: (h: Health) => void }) {
  const w = useWords(words);
  return (
    <div className="fields">
      <Toggle label={w.wantNotes} checked={h.on} onChange={(on) => onChange({ ...h, on })} />
      {h.on ? (
        <>
          <p className="caretext">{text}</p>
          <FieldText label={w.notesText} rows={3} maxLength={1000} value={h.text} error={error} onChange={(e) => onChange({ ...h, text: e.target.value })} />
          <Toggle label={w.agreeHealth} checked={h.agreed} onChange={(agreed) => onChange({ ...h, agreed })} />
        </>
      ) : null}
    </div>
  );
}

function Form({ of: s }: { of: Seen }) {
  const w = useWords(words);
  const say = useCareWords();
  const me = useMe();
  const go = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [d, setDraft] = useState<Draft>(() => emptyDraft(me.person.name));
  const [health, setHealth] = useState<Health>({ on: false, text: '', agreed: false });
  const [agreed, agree] = useState(false);
  const { act, busy, refusal } = useAct(api.signUp, { done: (out) => (out.state === 'waiting' ? w.waitsNow : w.gotPlace), refreshes: [api.session, api.sessions, api.mine, offers.mine], after: (out) => void go(`/summer-care/entries/${out.id}`, { replace: true }) });
  const send = (): void => {
    const said = saidOf(d);
    if (said === null || !agreed || (health.on && (!health.agreed || health.text.trim() === ''))) {
      tell(w.mustAgree, 'bad');
      return;
    }
    act({ id: s.id, key, ...said, consentNo: s.consent.no, ...(health.on ? { notes: { text: health.text.trim(), consentNo: s.consent.no } } : {}) });
  };
  return (
    <PhonePage title={w.formTitle} up={`/summer-care/sessions/${s.id}`} foot={<button type="button" className="btn primary" disabled={busy || !agreed || saidOf(d) === null} onClick={send}>{s.standing === 'waiting' ? w.joinList : w.send}</button>}>
      <Card title={`${s.title} · ${s.site}`}><p className="num">{say.dates(s)} · {say.hours(s)}</p><p className="note">{w.agesN({ from: s.ageFrom, to: s.ageTo })} · {say.fee(s.price)}</p></Card>
      <CareForm d={d} write={(to) => setDraft({ ...d, ...to })} refusal={refusal} fixed={false} />
      <Card title={w.step4}><HealthFields value={health} text={s.consent.healthText} error={errorAt(refusal, 'notes.text')} onChange={setHealth} /></Card>
      <Card className="carecard" title={w.step5} aside={w.version({ n: s.consent.no })}>
        <p className="caretext">{s.consent.text}</p>
        <p className="note">{w.keptHint({ n: s.keptDays })}</p>
        <Toggle label={w.agree} checked={agreed} onChange={agree} />
        {errorAt(refusal, 'consentNo') ? <p className="fielderror">{errorAt(refusal, 'consentNo')}</p> : null}
      </Card>
    </PhonePage>
  );
}

/** Signing a child up: the child, who picks it up, health if one likes, consent. */
export default function SignUp() {
  const { id = '' } = useParams();
  const session = useCall(api.session, { id });
  return <Loaded from={session} lines={8}>{(s) => <Form key={s.id} of={s} />}</Loaded>;
}

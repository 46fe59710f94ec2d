import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { ask, errorAt, Field, FieldText, PhonePage, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../my-data.contract.ts';
import { words as said } from '../../my-data.words.ts';
import { words } from '../my-data-ui.words.ts';

type Kind = 'correction' | 'deletion' | 'closing';
const KINDS: readonly Kind[] = ['correction', 'deletion', 'closing'];
const FIELDS = ['name', 'idNumber', 'phone', 'birthDate', 'email', 'staffNumber', 'ethnicity', 'politicalStatus', 'education', 'skillGrade', 'professionalTitle', 'household'] as const;
type Wanted = Partial<Record<(typeof FIELDS)[number], string>> & { sex?: 'male' | 'female' };

const filled = (wanted: Wanted): Wanted => Object.fromEntries(Object.entries(wanted).filter(([, text]) => text !== '')) as Wanted;

/** What is to be corrected: empty lines stay as they are. */
function Changes({ wanted, change, error }: { wanted: Wanted; change: (to: Wanted) => void; error: (field: string) => string | undefined }) {
  const w = useWords(words);
  const s = useWords(said);
  return (
    <>
      {FIELDS.map((f) => (
        <Field key={f} label={s[`field_${f}`]} type={f === 'birthDate' ? 'date' : 'text'} autoComplete="off" value={wanted[f] ?? ''} error={error(f)}
          onChange={(e) => change({ ...wanted, [f]: e.target.value })} />
      ))}
      <div className="field">
        <span>{s.field_sex}</span>
        <div className="segments" role="tablist" aria-label={s.field_sex}>
          {([undefined, 'male', 'female'] as const).map((x) => (
            <button key={x ?? ''} type="button" role="tab" aria-selected={wanted.sex === x}
              onClick={() => { const { sex: _old, ...rest } = wanted; change(x === undefined ? rest : { ...rest, sex: x }); }}>{x === undefined ? w.sexNone : s[x]}</button>
          ))}
        </div>
      </div>
    </>
  );
}

/** A new request: correction, deletion of what was voluntary, or closing the account. */
export default function NewRequest() {
  const w = useWords(words);
  const go = useNavigate();
  const [kind, setKind] = useState<Kind>('correction');
  const [wanted, setWanted] = useState<Wanted>({});
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(api.ask, {
    done: w.sent, refreshes: [api.mine], after: (out) => void go(`/my-data/requests/${out.id}`, { replace: true }), refused: (why) => why.fields.length > 0 && why.fields.every((f) => f.path !== 'changes'),
  });
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if (kind === 'closing' && !(await ask({ title: w.hint_closing, yes: w.send, danger: true }))) return;
    act({ kind, text, ...(kind === 'correction' ? { changes: filled(wanted) } : {}) });
  };
  return (
    <PhonePage title={w.newRequest} up="/my-data/requests" foot={<button type="submit" form="data-request" className="btn primary wide" disabled={busy || text.trim() === ''}>{w.send}</button>}>
      <form id="data-request" className="fields" noValidate onSubmit={(e) => void submit(e)}>
        <div className="segments" role="tablist" aria-label={w.whichKind}>
          {KINDS.map((k) => <button key={k} type="button" role="tab" aria-selected={kind === k} onClick={() => setKind(k)}>{w[`kind_${k}`]}</button>)}
        </div>
        <p className="note">{w[`hint_${kind}`]}</p>
        {kind === 'correction' ? <Changes wanted={wanted} change={setWanted} error={(f) => errorAt(refusal, `changes.${f}`)} /> : null}
        <FieldText label={w.reason} placeholder={w.reasonHint} maxLength={1000} value={text} onChange={(e) => setText(e.target.value)} error={errorAt(refusal, 'text')} />
      </form>
    </PhonePage>
  );
}

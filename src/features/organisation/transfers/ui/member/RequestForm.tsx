import { useNavigate } from 'react-router';
import { Basis, Card, errorAt, Facts, Field, FieldText, type Output, PhonePage, Toggle, useAct, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';

type Union = NonNullable<Output<typeof api.door>['union']>;
const FORMS = ['', 'delivery', 'courier', 'ride', 'truck', 'other'] as const;
const EMPTY = { employer: '', job: '', unattached: false, newForm: '' as (typeof FORMS)[number], reason: '' };

/** The request itself. Its draft is that of the joining form, so that what was typed there stands here. */
export function Request({ union, from, releaseAfter, again }: { union: Union; from: string; releaseAfter: number; again: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const draft = useDraft('join', EMPTY, { anonymous: true });
  const { act, busy, refusal } = useAct(api.request, { refreshes: [api.mine, api.door], done: w.sent, after: (out) => { draft.drop(); void go(`/transfers/${out.id}`, { replace: true }); } });
  const d = draft.value;
  const unattached = d.unattached && union.takesUnattached;
  const send = (): void => act({ unionId: union.id, reason: d.reason, employer: unattached ? '' : d.employer || union.employer, job: d.job, unattached, newForm: unattached ? d.newForm : '' });
  return (
    <PhonePage title={w.ask} up="/transfers" foot={<button type="button" className="btn primary" disabled={busy} onClick={send}>{w.send}</button>}>
      <div className="transferform">
        <Card title={union.name}><Facts of={[[w.fromNow, from]]} /><button type="button" className="btn" onClick={again}>{w.change}</button></Card>
        <Card>
          {union.takesUnattached ? <Toggle label={w.unattached} checked={d.unattached} onChange={(on) => draft.write({ unattached: on })} /> : null}
          {unattached ? (
            <fieldset className="transferchoice"><legend>{w.newForm}</legend>
              {FORMS.map((f) => <button key={f} type="button" aria-pressed={d.newForm === f} onClick={() => draft.write({ newForm: f })}>{f === '' ? w.form_none : w[`form_${f}`]}</button>)}
            </fieldset>
          ) : <Field label={w.employer} value={d.employer} placeholder={union.employer} error={errorAt(refusal, 'employer')} maxLength={80} onChange={(e) => draft.write({ employer: e.target.value })} />}
          <Field label={w.job} value={d.job} maxLength={40} onChange={(e) => draft.write({ job: e.target.value })} />
          <FieldText label={w.reason} hint={w.reasonHint} value={d.reason} maxLength={500} onChange={(e) => draft.write({ reason: e.target.value })} />
        </Card>
        <Basis>{w.rule({ n: releaseAfter })}</Basis>
      </div>
    </PhonePage>
  );
}

/** To a union outside the federation: the old union gives a letter. */
export function Outside({ from, again }: { from: string; again: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const draft = useDraft('transfer.outside', { union: '', reason: '' });
  const d = draft.value;
  const { act, busy, refusal } = useAct(api.requestOutside, { refreshes: [api.mine, api.door], done: w.sent, after: (out) => { draft.drop(); void go(`/transfers/${out.id}`, { replace: true }); } });
  return (
    <PhonePage title={w.outside} up="/transfers" foot={<button type="button" className="btn primary" disabled={busy || d.union.trim().length < 2} onClick={() => act(d)}>{w.send}</button>}>
      <div className="transferform">
        <Card><Facts of={[[w.fromNow, from]]} /><button type="button" className="btn" onClick={again}>{w.change}</button></Card>
        <Card>
          <Field label={w.outsideUnion} value={d.union} error={errorAt(refusal, 'union')} maxLength={100} onChange={(e) => draft.write({ union: e.target.value })} />
          <FieldText label={w.reason} hint={w.reasonHint} value={d.reason} maxLength={500} onChange={(e) => draft.write({ reason: e.target.value })} />
        </Card>
        <Basis>{w.outsideHint}</Basis>
      </div>
    </PhonePage>
  );
}

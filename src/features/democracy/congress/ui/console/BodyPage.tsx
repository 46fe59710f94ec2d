import { Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Card, Chip, DeskPage, Empty, errorAt, Field, FieldText, Loaded, type Output, showDate, useAct, useCall, useLocale, useSay, useWords } from '../../../../../web/kit/index.ts';
import { Day, namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../congress.contract.ts';
import { words as congressWords } from '../../congress.words.ts';
import '../congress.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Seen = Output<typeof api.body>;
export type Plan = { readonly beganOn: string; readonly years: number; readonly renewalReason: string; readonly approval: string };

/** When a term begins, how long it lasts, and why it is early or late. */
export function PlanFields({ value: v, years, change, at }: { value: Plan; years: readonly number[]; change: (what: Partial<Plan>) => void; at: (path: string) => string | undefined }) {
  const w = useWords(words);
  return (
    <>
      <div><span className="conglabel">{w.begins}</span><Day label={w.begins} value={v.beganOn} onChange={(d) => change({ beganOn: d ?? v.beganOn })} />{at('beganOn') ? <p className="congerror" role="alert">{at('beganOn')}</p> : null}</div>
      <div><span className="conglabel">{w.years}</span><Select {...namedList(w.years)} style={{ width: '100%' }} value={v.years} onChange={(n: number) => change({ years: n })} options={years.map((n) => ({ value: n, label: w.yearsN({ n }) }))} />{at('years') ? <p className="congerror" role="alert">{at('years')}</p> : null}</div>
      <Field label={w.approval} value={v.approval} maxLength={100} onChange={(e) => change({ approval: e.target.value })} />
      <div className="wide"><FieldText label={w.reason} rows={2} maxLength={500} value={v.renewalReason} error={at('renewalReason')} onChange={(e) => change({ renewalReason: e.target.value })} /></div>
    </>
  );
}

function Planning({ body: b }: { body: Seen }) {
  const w = useWords(words);
  const go = useNavigate();
  const [plan, set] = useState<Plan>({ beganOn: b.next.beganOn, years: b.years.at(-1) ?? 5, renewalReason: '', approval: '' });
  const { act, busy, refusal } = useAct(api.plan, { done: w.planned, refreshes: [api.body, api.bodies], after: (out) => void go(`/congress/terms/${out.id}`) });
  return (
    <Card title={w.plan({ n: b.next.number })}>
      <form className="congform" onSubmit={(e) => { e.preventDefault(); act({ id: b.id, ...plan }); }}>
        <PlanFields value={plan} years={b.years} change={(what) => set({ ...plan, ...what })} at={(path) => errorAt(refusal, path)} />
        <div className="wide congacts"><button type="submit" className="btn primary" disabled={busy}>{w.start}</button></div>
      </form>
    </Card>
  );
}

/** A body with its terms, and preparing the next one. */
export default function BodyPage() {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const say = useSay();
  const language = useLocale();
  const { id = '' } = useParams();
  const body = useCall(api.body, { id });
  const b = body.data;
  return (
    <DeskPage title={b?.name ?? say(titles.bodies)} about={b ? `${b.union} · ${kw[`kind_${b.kind}`]} · ${kw[`form_${b.form}`]}` : undefined}>
      <Loaded from={body} lines={6}>{(x) => (
        <>
          <Card title={w.terms}>
            {x.terms.length === 0 ? <Empty icon="hall" title={w.noTerms} hint={w.noTermsHint} /> : (
              <div className="congscroll"><table className="congtable" aria-label={w.terms}><tbody>{x.terms.map((t) => (
                <tr key={t.id}><td><Link to={`/congress/terms/${t.id}`}>{kw.termOf({ n: t.number })}</Link></td><td className="num">{w.termTo({ from: showDate(t.beganOn, language), to: showDate(t.endsOn, language) })}</td><td>{kw[`renewal_${t.renewal}`]}</td><td className="r">{x.form === 'meeting' ? '' : w.delegatesN({ n: t.delegates })}</td><td><Chip kind={t.stage === 'sitting' ? 'ok' : t.stage === 'prepared' ? 'info' : 'quiet'}>{kw[`stage_${t.stage}`]}</Chip></td></tr>
              ))}</tbody></table></div>
            )}
          </Card>
          {x.may.includes('plan') ? <Planning key={x.terms.length} body={x} /> : null}
        </>
      )}</Loaded>
    </DeskPage>
  );
}

import { useId, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ask, Basis, Card, Chip, errorAt, FieldText, Loaded, type Output, PhonePage, useAct, useCall, useDraft, useSay, useWords } from '../../../../../web/kit/index.ts';
import { reviews } from '../../review.contract.ts';
import { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { OpinionCard, VERDICTS } from '../both/Opinions.tsx';
import { Pictures } from '../both/Pictures.tsx';
import { words } from '../review-ui.words.ts';
import { words as titles } from '../screens.words.ts';

type Verdict = (typeof VERDICTS)[number];

function Text({ suggestion: s }: { suggestion: Output<typeof api.one> }) {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  return (
    <Card>
      <div className="chiprow"><Chip kind="info">{sw[`category_${s.category}`]}</Chip><Chip>{s.stateWord}</Chip></div>
      <h2 className="sugtitle">{s.title}</h2>
      {([[w.problem, s.problem], [w.remedy, s.remedy], [w.effect, s.effect]] as const).map(([title, text]) => (text ? <section key={title} className="sugtext"><h3>{title}</h3><p>{text}</p></section> : null))}
      <Pictures files={s.files} />
      {s.authors.length === 0 ? <Basis>{w.blind}</Basis> : null}
    </Card>
  );
}

/** One of several as large buttons. */
function Pick<T extends string | number>({ label, options, value, onChange, error }: { label: string; options: readonly (readonly [T, string])[]; value: T | null; onChange: (v: T) => void; error?: string | undefined }) {
  const name = useId();
  return (
    <fieldset className="picks"><legend>{label}</legend>
      {options.map(([v, text]) => <label key={v} className="pick"><input type="radio" name={name} checked={value === v} onChange={() => onChange(v)} />{text}</label>)}
      {error ? <p className="fielderror">{error}</p> : null}
    </fieldset>
  );
}

function GiveCard({ id }: { id: string }) {
  const w = useWords(words);
  const draft = useDraft(`review.${id}`, { text: '' });
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [grade, setGrade] = useState<1 | 2 | 3 | null>(null);
  const { act, busy, refusal } = useAct(reviews.give, { done: w.gave, refreshes: [reviews.opinions, reviews.waiting, api.one], after: () => draft.drop() });
  const send = (): void => { if (verdict) act({ id, verdict, text: draft.value.text, ...(grade && verdict !== 'reject' ? { grade } : {}) }); };
  return (
    <Card title={w.mine}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); send(); }}>
        <Pick label={w.verdict} options={VERDICTS.map((v) => [v, w[`verdict_${v}`]] as const)} value={verdict} onChange={setVerdict} />
        {verdict === 'implement' || verdict === 'adopt' ? <Pick label={w.gradePick} options={[[1, w.grade_1], [2, w.grade_2], [3, w.grade_3]] as const} value={grade} onChange={setGrade} error={errorAt(refusal, 'grade')} /> : null}
        <FieldText label={w.text} hint={w.giveHint} rows={4} maxLength={3000} value={draft.value.text} error={errorAt(refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
        <button type="submit" className="btn primary" disabled={busy || verdict === null || draft.value.text.trim().length < 2 || (verdict === 'implement' && grade === null)}>{w.give}</button>
      </form>
    </Card>
  );
}

function StepBackCard({ id }: { id: string }) {
  const w = useWords(words);
  const go = useNavigate();
  const [open, show] = useState(false);
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(reviews.stepBack, { done: w.stepBackDone, refreshes: [reviews.waiting], after: () => void go('/suggestions/reviews', { replace: true }) });
  const send = async (): Promise<void> => { if (await ask({ title: w.stepBackTitle, text: w.stepBackHint, yes: w.stepBackSend, danger: true })) act({ id, text }); };
  if (!open) return <div className="lastacts"><button type="button" className="btn plain" onClick={() => show(true)}>{w.stepBack}</button></div>;
  return (
    <Card title={w.stepBackTitle}>
      <div className="fields">
        <FieldText label={w.stepBackWhy} hint={w.stepBackHint} rows={2} maxLength={3000} autoFocus value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
        <div className="pair"><button type="button" className="btn" onClick={() => show(false)}>{w.cancel}</button><button type="button" className="btn primary" disabled={busy || text.trim().length < 2} onClick={() => void send()}>{w.stepBackSend}</button></div>
      </div>
    </Card>
  );
}

/** One suggestion for its expert: what was written, my opinion, and afterwards what others think. */
export default function Review() {
  const w = useWords(words);
  const say = useSay();
  const { id = '' } = useParams();
  const suggestion = useCall(api.one, { id });
  const opinions = useCall(reviews.opinions, { id });
  return (
    <PhonePage title={say(titles.reviews)} up="/suggestions/reviews">
      <Loaded from={suggestion} lines={6}>{(s) => <Text suggestion={s} />}</Loaded>
      <Loaded from={opinions} lines={3}>
        {(o) => (
          <>
            {o.items.length > 0 && !o.may.includes('give') ? <Card title={w.title}><div className="opinions">{o.items.map((x) => <OpinionCard key={`${x.round}/${x.reviewer.id}`} opinion={x} />)}</div></Card> : null}
            {o.may.includes('give') ? <GiveCard id={id} /> : null}
            {o.may.includes('give') && o.hidden > 0 ? <p className="note">{w.hiddenN({ n: o.hidden })}</p> : null}
            {o.may.includes('stepBack') ? <StepBackCard id={id} /> : null}
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}

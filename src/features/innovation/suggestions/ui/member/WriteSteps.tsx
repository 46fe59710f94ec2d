import { Attach, type Attached, attachments, Card, errorAt, Facts, Field, FieldText, Icon, type Output, type RefusedByServer, showDate, showMoney, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Link } from 'react-router';
import type { api } from '../../browse.contract.ts';
import type { Category } from '../../suggestions.rules.ts';
import { LEAST, MOST, restOf, type Step } from '../../writing.rules.ts';
import { words } from '../writing-ui.words.ts';
import { type Coauthor, Coauthors } from './Coauthors.tsx';
import { Pick, useKinds } from './Pick.tsx';

/** What the writer has written so far; kept on the phone. */
export type SuggestionDraft = {
  readonly step: Step; readonly title: string; readonly problem: string; readonly remedy: string; readonly effect: string; readonly place: string; readonly category: Category | '';
  readonly campaignId: string; readonly coauthors: readonly Coauthor[]; readonly files: readonly Attached[]; readonly differs: Readonly<Record<string, string>>;
};
export const EMPTY: SuggestionDraft = { step: 'matter', title: '', problem: '', remedy: '', effect: '', place: '', category: '', campaignId: '', coauthors: [], files: [], differs: {} };

export type Scheme = Output<typeof api.myScheme>;
/** What is wrong on a step, by field. */
export type Faults = Readonly<Partial<Record<'title' | 'problem' | 'remedy' | 'category', string>>>;
type Parts = { readonly draft: SuggestionDraft; readonly write: (change: Partial<SuggestionDraft>) => void; readonly faults: Faults; readonly refusal: RefusedByServer | null };

/** What is missing on a step before one can go on. */
export function useFaults(): (draft: SuggestionDraft, step: Step) => Faults {
  const w = useWords(words);
  return (d, step) => {
    if (step === 'details') return d.category === '' ? { category: w.kindMissing } : {};
    if (step === 'people') return {};
    return Object.fromEntries((['title', 'problem', 'remedy'] as const).filter((f) => d[f].trim().length < LEAST[f]).map((f) => [f, w.short({ n: LEAST[f] })]));
  };
}

/** What is wrong and what should be done. */
export function Matter({ draft: d, write, faults, refusal }: Parts) {
  const w = useWords(words);
  return (
    <Card>
      <div className="fields">
        <Field label={w.matter} placeholder={w.matterHint} maxLength={MOST.title} value={d.title} error={faults.title ?? errorAt(refusal, 'title')} onChange={(e) => write({ title: e.target.value })} />
        <FieldText label={w.problem} placeholder={w.problemHint} rows={4} maxLength={MOST.problem} value={d.problem} error={faults.problem ?? errorAt(refusal, 'problem')} onChange={(e) => write({ problem: e.target.value })} />
        <FieldText label={w.remedy} placeholder={w.remedyHint} rows={4} maxLength={MOST.remedy} value={d.remedy} error={faults.remedy ?? errorAt(refusal, 'remedy')} onChange={(e) => write({ remedy: e.target.value })} />
        <p className="note"><Link to="/suggestions/guide">{w.guide}</Link></p>
      </div>
    </Card>
  );
}

/** Kind, place, photos, what it brings. */
export function Details({ draft: d, write, faults, refusal }: Parts) {
  const w = useWords(words);
  const kinds = useKinds();
  return (
    <Card>
      <div className="fields">
        <Pick label={w.kind} options={kinds} value={d.category} error={faults.category ?? errorAt(refusal, 'category')} onChange={(category) => write({ category })} />
        <Field label={w.place} placeholder={w.placeHint} maxLength={MOST.place} value={d.place} error={errorAt(refusal, 'place')} onChange={(e) => write({ place: e.target.value })} />
        <div className="field"><span className="note">{w.photos}</span><Attach to={attachments.upload} input={(name) => ({ name })} value={d.files} onChange={(files) => write({ files })} /></div>
        <FieldText label={w.effect} placeholder={w.effectHint} rows={2} maxLength={MOST.effect} value={d.effect} error={errorAt(refusal, 'effect')} onChange={(e) => write({ effect: e.target.value })} />
      </div>
    </Card>
  );
}

function Campaigns({ scheme, draft, write, error }: { scheme: Scheme; draft: SuggestionDraft; write: Parts['write']; error: string | undefined }) {
  const w = useWords(words);
  const language = useLocale();
  if (scheme.campaigns.length === 0) return null;
  const options = scheme.campaigns.map((c) => ({
    key: c.id, text: c.title,
    note: <>{w.campaignUntil({ theme: c.theme, date: showDate(c.toDate, language) })}{c.prizes.map((p) => <span key={p.place}><br />{w.prize({ place: p.place, n: p.count, money: showMoney(p.amountFen) })}</span>)}</>,
  }));
  return <Card title={w.campaign}><Pick label={w.campaign} hidden shape="tall" options={[{ key: '', text: w.campaignNone }, ...options]} value={draft.campaignId} error={error} onChange={(campaignId) => write({ campaignId })} /></Card>;
}

/** With whom, for which campaign, and a last look at it. */
export function People({ draft: d, write, refusal, scheme }: Omit<Parts, 'faults'> & { scheme: Scheme }) {
  const w = useWords(words);
  const kinds = useKinds();
  return (
    <>
      <Coauthors value={d.coauthors} onChange={(coauthors) => write({ coauthors })} error={errorAt(refusal, 'coauthors')} />
      <Campaigns scheme={scheme} draft={d} write={write} error={errorAt(refusal, 'campaignId')} />
      <Card title={w.summary}>
        <Facts of={[
          [w.matter, d.title], [w.kind, kinds.find((k) => k.key === d.category)?.text ?? ''], [w.place, d.place], [w.photos, d.files.length > 0 ? d.files.length.toString() : ''],
          [w.together, d.coauthors.length > 0 ? [...d.coauthors.map((c) => `${c.name} ${c.share}%`), w.meShare({ n: restOf(d.coauthors.map((c) => c.share)) })].join('、') : ''],
        ]} />
        <p className="note"><Icon name="send" size="1em" /> {w.goesTo({ unit: scheme.unit.name })}</p>
      </Card>
    </>
  );
}

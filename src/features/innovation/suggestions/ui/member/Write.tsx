import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call, Card, Empty, Icon, Loaded, PhonePage, RefusedByServer, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api as browse } from '../../browse.contract.ts';
import { api as looking } from '../../looking.contract.ts';
import { api } from '../../suggestions.contract.ts';
import type { Category } from '../../suggestions.rules.ts';
import { STEPS, type Step, stepOf } from '../../writing.rules.ts';
import '../suggestions.css';
import { words } from '../writing-ui.words.ts';
import { LookAlikes, NearBy } from './LookAlikes.tsx';
import { type Alike, comparedOf, useLookAlikes } from './use-look-alikes.ts';
import { Details, EMPTY, type Faults, Matter, People, type Scheme, type SuggestionDraft, useFaults } from './WriteSteps.tsx';

/** Early ones so like it that the writer is asked before it goes out; without a network nobody is asked, the reviewers see them anyway. */
async function strongOnes(draft: SuggestionDraft): Promise<readonly Alike[]> {
  try {
    const { items } = await call(looking.lookAlikes, comparedOf(draft));
    return items.filter((a) => a.strong && !draft.differs[a.id]);
  } catch (why) {
    if (why instanceof RefusedByServer) return [];
    throw why;
  }
}

const inputOf = ({ step: _s, category, campaignId, coauthors, files, differs, ...d }: SuggestionDraft) => ({
  // the form does not go on without a kind
  ...d, category: category as Category, campaignId: campaignId || null, coauthors: coauthors.map(({ personId, share }) => ({ personId, share })), files: files.map((f) => f.id),
  differs: Object.entries(differs).map(([earlierId, why]) => ({ earlierId, why })).slice(0, 10),
});

function StepLine({ step }: { step: Step }) {
  const w = useWords(words);
  const at = STEPS.indexOf(step);
  const names: Record<Step, string> = { matter: w.stepMatter, details: w.stepDetails, people: w.stepPeople };
  return (
    <>
      <p className="unseen" role="status">{w.stepNow({ n: at + 1, all: STEPS.length, name: names[step] })}</p>
      <ol className="wsteps" aria-hidden>{STEPS.map((s, i) => <li key={s} className={i < at ? 'done' : i === at ? 'now' : ''}>{i + 1} {names[s]}</li>)}</ol>
    </>
  );
}

function useWriting(scheme: Scheme) {
  const w = useWords(words);
  const go = useNavigate();
  const draft = useDraft<SuggestionDraft>('suggestion', EMPTY);
  const [faults, setFaults] = useState<Faults>({});
  const [asked, setAsked] = useState<readonly Alike[] | null>(null);
  const [checking, setChecking] = useState(false);
  const faultsOf = useFaults();
  const d = draft.value;
  const stepTo = (step: Step): void => { setAsked(null); draft.write({ step }); scrollTo(0, 0); };
  const { act, busy, waiting, refusal } = useAct(api.write, {
    refreshes: [api.mine, browse.myScheme],
    after: (out) => { draft.drop(); void go(`/suggestions/${out.id}/sent`, { replace: true }); },
    refused: (why) => { if (why.fields[0]) stepTo(stepOf(why.fields[0].path)); return undefined; },
  });
  const next = (way: 1 | -1): void => {
    const found = way === 1 ? faultsOf(d, d.step) : {};
    setFaults(found);
    if (Object.keys(found).length === 0) stepTo(STEPS[STEPS.indexOf(d.step) + way] ?? d.step);
  };
  const send = async (): Promise<void> => {
    const first = STEPS.find((s) => Object.keys(faultsOf(d, s)).length > 0);
    if (first) { setFaults(faultsOf(d, first)); stepTo(first); return; }
    if (asked === null && navigator.onLine) {
      setChecking(true);
      const strong = await strongOnes(d);
      setChecking(false);
      if (strong.length > 0) { setAsked(strong); scrollTo(0, 0); return; }
    }
    act(inputOf(d));
  };
  const joined = (): void => { draft.drop(); void go('/suggestions?of=joined', { replace: true }); };
  const differ = (id: string, why: string): void => draft.write({ differs: { ...d.differs, [id]: why } });
  return { draft, d, faults, asked, busy: busy || checking, waiting, refusal, next, send, told: { differs: d.differs, differ, joined }, w, scheme, stepTo };
}

function Foot({ at }: { at: ReturnType<typeof useWriting> }) {
  const { d, w, asked, busy, waiting, next, send, stepTo } = at;
  if (d.step !== 'people') {
    return <>{d.step === 'matter' ? null : <button type="button" className="btn" onClick={() => next(-1)}>{w.back}</button>}<button type="button" className="btn primary" onClick={() => next(1)}>{w.next}<Icon name="next" size={18} /></button></>;
  }
  return (
    <>
      <button type="button" className="btn" onClick={() => (asked ? stepTo('people') : next(-1))}>{w.back}</button>
      <button type="button" className="btn primary" disabled={busy} onClick={() => void send()}><Icon name="send" size={20} />{waiting ? w.waiting : asked ? w.sendAnyway : w.send}</button>
    </>
  );
}

function WriteIn({ scheme }: { scheme: Scheme }) {
  const at = useWriting(scheme);
  const { draft, d, w, faults, refusal, asked, told } = at;
  const [again, setAgain] = useState(draft.found);
  const found = useLookAlikes(d);
  const parts = { draft: d, write: draft.write, faults, refusal };
  return (
    <PhonePage title={w.title} up="/suggestions" foot={<Foot at={at} />}>
      <StepLine step={d.step} />
      {asked || d.step === 'people' ? null : <NearBy n={found.length} />}
      {again ? <p className="sugnote" role="status"><span>{w.draftBack}</span><button type="button" className="btn plain" onClick={() => { draft.drop(); setAgain(false); }}>{w.draftDrop}</button></p> : null}
      {at.waiting ? <p className="sugnote" role="status">{w.sendLater}</p> : null}
      {asked ? <LookAlikes found={asked} last {...told} /> : (
        <>
          {d.step === 'matter' ? <Matter {...parts} /> : d.step === 'details' ? <Details {...parts} /> : <People {...parts} scheme={scheme} />}
          {d.step === 'people' ? null : <LookAlikes found={found} {...told} />}
        </>
      )}
    </PhonePage>
  );
}

/** Writes a suggestion in three short steps; what others said before is shown while one types. */
export default function Write() {
  const w = useWords(words);
  const scheme = useCall(browse.myScheme, {});
  if (scheme.error && scheme.error.status !== 0 && !scheme.data) {
    return <PhonePage title={w.title} up="/suggestions"><Card><Empty icon="idea" title={w.noScheme} hint={scheme.error.sentence}><Link className="btn" to="/suggestions/guide">{w.guide}</Link></Empty></Card></PhonePage>;
  }
  return <Loaded from={scheme} lines={6}>{(s) => <WriteIn scheme={s} />}</Loaded>;
}

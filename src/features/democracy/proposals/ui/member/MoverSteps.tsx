import { useState } from 'react';
import { Link } from 'react-router';
import { ask, Card, Choose, errorAt, FieldText, Icon, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../proposals.contract.ts';
import { MOST, SATISFACTIONS, type Satisfaction } from '../../proposals.rules.ts';
import { words as texts } from '../../proposals.words.ts';
import type { Seen } from '../both/looks.tsx';
import { words } from '../proposals-ui.words.ts';
import { type Asked, PickSeconders } from './Fields.tsx';

const SHOWS = [api.one, api.mine, api.start, api.list];

/** Asks further delegates, in the card of seconders. */
export function Invite({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const [people, setPeople] = useState<readonly Asked[]>([]);
  const { act, busy, refusal } = useAct(api.invite, { done: (out) => w.invited({ n: out.asked }), refreshes: [api.one], after: () => setPeople([]) });
  if (!p.may.includes('invite')) return null;
  return (
    <div className="propform">
      <PickSeconders collectionId={p.collectionId} except={p.people.map((s) => s.id)} value={people} onChange={(all) => setPeople(all.slice(0, MOST.seconders))} error={errorAt(refusal, 'people')} />
      {people.length > 0 ? <button type="button" className="btn" disabled={busy} onClick={() => act({ id: p.id, people: people.map((x) => x.id) })}>{w.invite}</button> : null}
    </div>
  );
}

/** How satisfied the mover is with the answer. */
export function Rate({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const t = useWords(texts);
  const [value, setValue] = useState<Satisfaction>('satisfied');
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(api.rate, { done: w.ratedDone, refreshes: SHOWS });
  if (!p.may.includes('rate') && !p.may.includes('rateAgain')) return null;
  const needs = value === 'not' && text.trim().length < 2;
  return (
    <Card title={w.rateTitle}>
      <div className="fields">
        <Choose label={w.rateTitle} options={SATISFACTIONS.map((s) => [s, t[`satisfaction_${s}`]] as const)} value={value} onChange={setValue} />
        <FieldText label={w.rateText} hint={value === 'not' ? w.rateTextNeeded : undefined} rows={2} maxLength={MOST.text} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
        <p className="propnote">{p.may.includes('rateAgain') ? w.rateHintAgain : w.rateHint}</p>
        <button type="button" className="btn primary wide" disabled={busy || needs} onClick={() => act({ id: p.id, version: p.version, satisfaction: value, text })}>{w.rateSend}</button>
      </div>
    </Card>
  );
}

/** Handing in, changing, withdrawing. */
export function MoverSteps({ of: p }: { of: Seen }) {
  const w = useWords(words);
  const submit = useAct(api.submit, { done: w.submitted, refreshes: SHOWS });
  const withdraw = useAct(api.withdraw, { done: w.withdrawn, refreshes: SHOWS });
  const at = { id: p.id, version: p.version };
  const may = (step: string): boolean => p.may.includes(step);
  const hand = async (): Promise<void> => { if (await ask({ title: w.submit, text: w.submitAsk, yes: w.submit })) submit.act(at); };
  const leave = async (): Promise<void> => { if (await ask({ title: w.withdrawAsk, text: w.withdrawText, yes: w.withdraw })) withdraw.act({ ...at, text: '' }); };
  if (!['submit', 'amend', 'complete', 'withdraw'].some(may)) return null;
  return (
    <Card>
      <div className="propform">
        {p.state === 'gathering' && !may('submit') && may('amend') ? <p className="propnote">{w.submitWait({ n: Math.max(0, p.least - p.seconders) })}</p> : null}
        <div className="propacts wide">
          {may('submit') ? <button type="button" className="btn primary" disabled={submit.busy} onClick={() => void hand()}><Icon name="send" size={18} />{w.submit}</button> : null}
          {may('complete') ? <Link className="btn primary" to={`/proposals/${p.id}/edit`}><Icon name="edit" size={18} />{w.completeTitle}</Link> : null}
          {may('amend') ? <Link className="btn" to={`/proposals/${p.id}/edit`}><Icon name="edit" size={18} />{w.change}</Link> : null}
          {may('withdraw') ? <button type="button" className="btn" disabled={withdraw.busy} onClick={() => void leave()}>{w.withdraw}</button> : null}
        </div>
      </div>
    </Card>
  );
}

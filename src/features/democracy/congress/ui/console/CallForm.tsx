import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, errorAt, Field, useAct, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../congress.contract.ts';
import { elections } from '../../elections.contract.ts';
import { words } from '../desk-ui.words.ts';

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Calls an election for the free seats of a constituency. */
export function CallForm({ of: c, close }: { of: { readonly id: string; readonly name: string; readonly vacant: number }; close: () => void }) {
  const w = useWords(words);
  const go = useNavigate();
  const [heldOn, setHeldOn] = useState(today());
  const [place, setPlace] = useState('');
  const { act, busy, refusal } = useAct(elections.call, { done: w.called, refreshes: [api.term, elections.list], after: (out) => void go(`/congress/elections/${out.id}`) });
  return (
    <Card title={w.callFor({ name: c.name, n: c.vacant })}>
      <form className="congform" onSubmit={(e) => { e.preventDefault(); act({ id: c.id, heldOn, place }); }}>
        <div><span className="conglabel">{w.heldOn}</span><Day label={w.heldOn} value={heldOn} onChange={(d) => setHeldOn(d ?? heldOn)} /></div>
        <Field label={w.place} value={place} maxLength={100} error={errorAt(refusal, 'place')} onChange={(e) => setPlace(e.target.value)} />
        <div className="wide congacts"><button type="submit" className="btn primary" disabled={busy}>{w.call}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
      </form>
    </Card>
  );
}

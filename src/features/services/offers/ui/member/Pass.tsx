import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Card, errorAt, Field, Loaded, PhonePage, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../offers.contract.ts';
import { words } from '../offers-ui.words.ts';
import { PlaceFacts } from './PlaceCard.tsx';
import '../offers.css';

/** Passes a place on to a colleague, named by staff number and name. */
export default function Pass() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const go = useNavigate();
  const seen = useCall(api.place, { id });
  const [who, write] = useState({ staffNumber: '', name: '' });
  const pass = useAct(api.pass, { done: w.passed, refreshes: [api.mine, api.ofOffer, api.kinds], after: () => void go('/places', { replace: true }) });
  const ready = who.staffNumber.trim() !== '' && who.name.trim() !== '';
  return (
    <PhonePage title={w.pass} up={`/places/${id}`} foot={<button type="button" className="btn primary" disabled={!ready || pass.busy} onClick={() => pass.act({ id, ...who })}>{w.pass}</button>}>
      <Loaded from={seen}>
        {(p) => (
          <>
            <PlaceFacts place={p} />
            <Card>
              <Field label={w.staffNumber} value={who.staffNumber} maxLength={40} autoComplete="off" error={errorAt(pass.refusal, 'staffNumber')} onChange={(e) => write({ ...who, staffNumber: e.target.value })} />
              <Field label={w.name} value={who.name} maxLength={60} autoComplete="off" hint={w.passHint} onChange={(e) => write({ ...who, name: e.target.value })} />
            </Card>
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}

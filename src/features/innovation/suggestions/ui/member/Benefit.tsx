import { useState } from 'react';
import { Card, Facts, Loaded, showDate, showMoney, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { workApi } from '../../work.contract.ts';
import { ClaimForm } from '../both/WorkForms.tsx';
import { Awards, Claims, type Shown } from '../both/WorkShown.tsx';
import { words } from '../work-ui.words.ts';

/** What a suggestion brought and what it was awarded, on the phone; authors and owner claim here. Nothing before it is completed or awarded. */
export function Benefit({ suggestion: s, again }: Shown) {
  const w = useWords(words);
  const language = useLocale();
  const [open, setOpen] = useState(false);
  const benefit = useCall(workApi.benefit, { id: s.id }, { when: s.adoptedOn !== null });
  if (s.adoptedOn === null || (benefit.data && benefit.data.claims.length + benefit.data.awards.length === 0 && !benefit.data.may.includes('claim'))) return null;
  return (
    <Card title={w.benefit} className="workcard">
      <Loaded from={benefit}>
        {(of) => (
          <div className="workcard">
            {s.benefitFen === null ? null : <p className="worksum num"><small>{w.counted}</small>{showMoney(s.benefitFen)}</p>}
            <Facts of={[[w.window, of.windowFrom && of.windowTo ? w.span({ from: showDate(of.windowFrom, language), to: showDate(of.windowTo, language, of.windowFrom) }) : '']]} />
            <p className="note">{w.windowNote({ n: of.windowMonths })}</p>
            <Claims of={of.claims} />
            {open ? <ClaimForm suggestion={s} again={again} close={() => setOpen(false)} /> : of.may.includes('claim') ? <div className="workacts"><button type="button" className={of.claims.length > 0 ? 'btn' : 'btn primary'} onClick={() => setOpen(true)}>{of.claims.length > 0 ? w.claimAgain : w.claim}</button></div> : null}
            {of.awards.length > 0 ? <><h3>{w.awards}</h3><Awards of={of.awards} /></> : null}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

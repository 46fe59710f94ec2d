import { useState } from 'react';
import { Card, Facts, Loaded, showDate, showMoney, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { workApi } from '../../work.contract.ts';
import { ClaimForm } from '../both/WorkForms.tsx';
import { Awards, Claims, type Shown } from '../both/WorkShown.tsx';
import { words } from '../work-ui.words.ts';
import { AwardForm } from './AwardForm.tsx';
import { Settle } from './Settle.tsx';

/** What a suggestion brought, at the desk: claims, verification by finance, awards. Nothing before it is adopted. */
export function Benefit({ suggestion: s, again }: Shown) {
  const w = useWords(words);
  const language = useLocale();
  const [open, setOpen] = useState<'claim' | 'award' | null>(null);
  const benefit = useCall(workApi.benefit, { id: s.id }, { when: s.adoptedOn !== null });
  if (s.adoptedOn === null) return null;
  const close = (): void => setOpen(null);
  return (
    <Card title={w.benefit} className="workcard">
      <Loaded from={benefit}>
        {(of) => {
          const waiting = of.claims.find((c) => c.may.length > 0);
          return (
            <div className="workcard">
              {s.benefitFen === null ? null : <p className="worksum num"><small>{w.counted}</small>{showMoney(s.benefitFen)}</p>}
              <Facts of={[[w.window, of.windowFrom && of.windowTo ? w.span({ from: showDate(of.windowFrom, language), to: showDate(of.windowTo, language, of.windowFrom) }) : '']]} />
              <p className="note">{w.windowNote({ n: of.windowMonths })}</p>
              <Claims of={of.claims} />
              {waiting ? <Settle key={waiting.id} claim={waiting} again={again} /> : null}
              {of.awards.length > 0 ? <><h3>{w.awards}</h3><Awards of={of.awards} /></> : null}
              {open === 'claim' ? <ClaimForm suggestion={s} again={again} close={close} /> : open === 'award' ? <AwardForm suggestion={s} again={again} close={close} /> : (
                <div className="workacts noprint">
                  {of.may.includes('claim') ? <button type="button" className="btn" onClick={() => setOpen('claim')}>{of.claims.length > 0 ? w.claimAgain : w.claim}</button> : null}
                  {of.may.includes('award') ? <button type="button" className="btn primary" onClick={() => setOpen('award')}>{of.awards.length > 0 ? w.reaward : w.award}</button> : null}
                </div>
              )}
            </div>
          );
        }}
      </Loaded>
    </Card>
  );
}

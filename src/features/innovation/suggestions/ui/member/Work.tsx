import { useState } from 'react';
import { Card, Chip, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { workApi } from '../../work.contract.ts';
import { ProgressForm, ReportForm } from '../both/WorkForms.tsx';
import { type Shown, WorkFacts } from '../both/WorkShown.tsx';
import { words } from '../work-ui.words.ts';

const VERBS = ['progress', 'report'] as const;

/** How a suggestion is carried out, on the phone: facts and pictures for everybody, reports for whoever carries it out. Nothing before it is adopted. */
export function Work({ suggestion: s, again }: Shown) {
  const w = useWords(words);
  const [open, setOpen] = useState<(typeof VERBS)[number] | null>(null);
  const work = useCall(workApi.work, { id: s.id }, { when: s.startedOn !== null });
  if (s.startedOn === null) return null;
  const close = (): void => setOpen(null);
  return (
    <Card title={w.work} className="workcard">
      <Loaded from={work}>
        {(of) => (
          <div className="workcard">
            {of.own && of.may.length > 0 ? <p><Chip kind="info">{w.own}</Chip></p> : null}
            <WorkFacts suggestion={s} work={of} />
            {open === 'progress' ? <ProgressForm suggestion={s} again={again} close={close} /> : open === 'report' ? <ReportForm suggestion={s} again={again} close={close} /> : (
              <div className="workacts">{VERBS.filter((v) => of.own && of.may.includes(v)).map((v) => <button key={v} type="button" className={v === 'report' ? 'btn primary' : 'btn'} onClick={() => setOpen(v)}>{w[v]}</button>)}</div>
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

import { useId } from 'react';
import { DayPick, errorAt, type RefusedByServer, Toggle, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../saving-ui.words.ts';
import { type Draft, lastMonths } from './entry-draft.ts';
import { SaveChips } from './SaveChips.tsx';

function Month({ label, value, months, onChange }: { label: string; value: string; months: readonly string[]; onChange: (month: string) => void }) {
  const id = useId();
  return (
    <div className="field savemonth"><label htmlFor={id}>{label}</label><div className="fieldbox"><select id={id} value={value} onChange={(e) => onChange(e.target.value)}>{months.map((m) => <option key={m} value={m}>{m}</option>)}</select></div></div>
  );
}

/** The day, some days, or the months in which it was saved. */
export function WhenMade({ d, write, refusal, today }: { d: Draft; write: (change: Partial<Draft>) => void; refusal: RefusedByServer | null; today: string }) {
  const w = useWords(words);
  const wrong = errorAt(refusal, 'madeTo') ?? errorAt(refusal, 'madeFrom');
  const months = lastMonths(today);
  const from = d.monthFrom || today.slice(0, 7);
  return (
    <>
      {d.monthly ? (
        <>
          <div className="savepair"><Month label={w.from} value={from} months={months} onChange={(monthFrom) => write({ monthFrom })} /><Month label={w.to} value={d.monthTo || from} months={months} onChange={(monthTo) => write({ monthTo })} /></div>
          {wrong ? <p className="fielderror">{wrong}</p> : null}
        </>
      ) : (
        <>
          <SaveChips label={w.when} options={[['today', w.today], ['yesterday', w.yesterday], ['other', w.otherDays]]} value={d.day} error={d.day === 'other' ? undefined : wrong} onChange={(day) => write({ day })} />
          {d.day === 'other' ? <><DayPick label={w.from} until={today} value={d.from} onChange={(from) => write({ from, ...(d.to !== '' && d.to < from ? { to: from } : {}) })} /><DayPick label={w.to} until={today} value={d.to || d.from} error={wrong} onChange={(to) => write({ to })} /></> : null}
        </>
      )}
      <Toggle label={w.monthly} checked={d.monthly} onChange={(monthly) => write({ monthly })} />
    </>
  );
}

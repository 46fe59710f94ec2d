import { Input } from 'antd';
import { useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { words } from '../desk.words.ts';
import type { At } from './moment.rules.ts';

/** A day and a time of day beside it; `exact` takes seconds too. A form's item may hold it. */
export function MomentField({ value, onChange, id, label, exact }: { value?: At; onChange?: (at: At) => void; id?: string; label: string; exact?: boolean }) {
  const w = useWords(words);
  const at: At = value ?? { day: null, clock: null };
  return (
    <div className="salemoment">
      <Day {...(id ? { id } : {})} label={`${label} ${w.day}`} value={at.day} onChange={(day) => onChange?.({ ...at, day })} />
      {exact ? <Input type="text" inputMode="numeric" aria-label={`${label} ${w.clock}`} placeholder="10:00:00" maxLength={8} value={at.clock ?? ''} onChange={(e) => onChange?.({ ...at, clock: e.target.value })} /> : <Clock label={`${label} ${w.clock}`} value={at.clock} onChange={(clock) => onChange?.({ ...at, clock })} />}
    </div>
  );
}

import { addDays, dateFrom } from '#shared/dates';
import { DayPick, errorAt, Field, FieldText, type RefusedByServer, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../clubs-ui.words.ts';

export type Said = { readonly title: string; readonly place: string; readonly day: string; readonly time: string; readonly about: string };
const TIMES = Array.from({ length: 34 }, (_, i) => `${String(6 + Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`);
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
/** The moment that was chosen, in China's time. */
export const momentOf = (d: Said): string => `${d.day}T${d.time}:00+08:00`;

/** What is said about a gathering: what, where and when. */
export function GatheringFields({ d, write, refusal }: { d: Said; write: (change: Partial<Said>) => void; refusal: RefusedByServer | null }) {
  const w = useWords(words);
  const times = TIMES.includes(d.time) ? TIMES : [d.time, ...TIMES];
  return (
    <div className="fields">
      <Field label={w.gTitle} maxLength={60} value={d.title} error={errorAt(refusal, 'title')} onChange={(e) => write({ title: e.target.value })} />
      <Field label={w.gPlace} maxLength={200} value={d.place} error={errorAt(refusal, 'place')} onChange={(e) => write({ place: e.target.value })} />
      <DayPick label={w.gDay} value={d.day} until={dateFrom(Number(today().slice(0, 4)) + 1, 12, 31) ?? addDays(today(), 365)} years={2} error={errorAt(refusal, 'startsAt')} onChange={(day) => write({ day })} />
      <label className="field">{w.gTime}<select className="clubselect" value={d.time} onChange={(e) => write({ time: e.target.value })}>{times.map((t) => <option key={t} value={t}>{t}</option>)}</select></label>
      <FieldText label={w.gAbout} rows={3} maxLength={1000} value={d.about} onChange={(e) => write({ about: e.target.value })} />
    </div>
  );
}

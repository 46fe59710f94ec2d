import { Card, useWords } from '../../../../../web/kit/index.ts';
import { type About, AGES, type Dimension, SEXES, WORKS } from '../../tally.rules.ts';
import { words } from '../phone.words.ts';

type Unit = { readonly id: string; readonly name: string };

/** The words of a group: a unit's name, an age, a kind of worker. */
export function useGroupNames(units: readonly Unit[]): (dimension: Dimension, value: string) => string {
  const w = useWords(words);
  return (dimension, value) => {
    if (value === '') return w.notSaid;
    if (dimension === 'unit') return units.find((u) => u.id === value)?.name ?? w.notSaid;
    return (w as unknown as Readonly<Record<string, string>>)[`${dimension}_${value}`] ?? value;
  };
}

/** What may travel with the answers: shown plainly, each can be left out. */
export function AboutYou({ groups, units, about, write }: { groups: readonly Dimension[]; units: readonly Unit[]; about: About; write: (about: About) => void }) {
  const w = useWords(words);
  const name = useGroupNames(units);
  if (groups.length === 0) return null;
  const values = { unit: units.map((u) => u.id), sex: SEXES, age: AGES, work: WORKS } as const;
  return (
    <Card title={w.aboutYou}>
      <p className="note">{w.aboutYouHint}</p>
      {groups.map((d) => (
        <div className="field svabout" key={d}>
          <label htmlFor={`about-${d}`}>{w[`attach_${d}`]}</label>
          <div className="fieldbox"><select id={`about-${d}`} value={about[d] ?? ''} onChange={(e) => write({ ...about, [d]: e.target.value || undefined })}><option value="">{w.choose}</option>{values[d].map((v) => <option key={v} value={v}>{name(d, v)}</option>)}</select></div>
        </div>
      ))}
    </Card>
  );
}

import { useState } from 'react';
import { Field, type Output, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../ballots.contract.ts';
import { words } from '../phone.words.ts';
import type { Content } from './device.ts';
import { Grading } from './Grading.tsx';

type Sheet = Output<typeof api.one>['sheet'];
type Of<K extends Content['kind']> = Extract<Content, { kind: K }>;
type Way<C extends Content> = { readonly sheet: Sheet; readonly value: C; readonly write: (c: C) => void };

/** An empty paper of a kind. */
export function emptyPaper(sheet: Sheet): Content | null {
  if (sheet.kind === 'election') return { kind: 'election', for: [], against: [], writeIns: [] };
  if (sheet.kind === 'poll') return { kind: 'poll', picks: [] };
  return sheet.kind === 'appraisal' ? { kind: 'appraisal', marks: [] } : null;
}

/** How many may be chosen, and how many are. */
export function chosenOf(sheet: Sheet, c: Content): { n: number; most: number } {
  if (c.kind === 'election') return { n: c.for.length + c.writeIns.length, most: sheet.seats };
  return c.kind === 'poll' ? { n: c.picks.length, most: sheet.atMost } : { n: 0, most: 0 };
}

function Motion({ value, write }: { value: Of<'motion'> | null; write: (c: Content) => void }) {
  const w = useWords(words);
  return <div className="balbig">{(['for', 'against', 'abstain'] as const).map((choice) => <button key={choice} type="button" aria-pressed={value?.choice === choice} onClick={() => write({ kind: 'motion', choice })}>{w[choice]}</button>)}</div>;
}

const without = (list: readonly string[], id: string): string[] => list.filter((x) => x !== id);
const turned = (list: readonly string[], id: string): string[] => (list.includes(id) ? without(list, id) : [...list, id]);

function WriteIns({ value, write }: Pick<Way<Of<'election'>>, 'value' | 'write'>) {
  const w = useWords(words);
  const [name, setName] = useState('');
  const add = (): void => { if (name.trim()) write({ ...value, writeIns: [...value.writeIns, name.trim()] }); setName(''); };
  return (
    <div className="balone">
      <Field label={w.writeIn} placeholder={w.writeInHint} value={name} maxLength={60} autoComplete="off" onChange={(e) => setName(e.target.value)} end={<button type="button" className="btn" disabled={!name.trim()} onClick={add}>{w.addName}</button>} />
      {value.writeIns.map((one) => <div key={one} className="balline"><b>{one}</b><button type="button" className="btn plain" onClick={() => write({ ...value, writeIns: without(value.writeIns, one) })}>{w.takeBack}</button></div>)}
    </div>
  );
}

function Election({ sheet, value, write }: Way<Of<'election'>>) {
  const w = useWords(words);
  return (
    <>
      <p className="note">{(sheet.style === 'mark' ? w.markHint : w.pickHint)({ n: sheet.seats })} {sheet.style === 'mark' ? w.abstainMark : null}</p>
      {sheet.candidates.map((c) => (
        <fieldset key={c.id} className="balone" aria-label={c.name}>
          <div><b>{c.name}</b>{c.group ? <span className="note"> {c.group}</span> : null}</div>
          <div className="balmarks">
            <button type="button" className="btn" aria-pressed={value.for.includes(c.id)} onClick={() => write({ ...value, for: turned(value.for, c.id), against: without(value.against, c.id) })}>{w.for}</button>
            {sheet.style === 'mark' ? <button type="button" className="btn" aria-pressed={value.against.includes(c.id)} onClick={() => write({ ...value, against: turned(value.against, c.id), for: without(value.for, c.id) })}>{w.against}</button> : null}
          </div>
        </fieldset>
      ))}
      {sheet.writeIns ? <WriteIns value={value} write={write} /> : null}
    </>
  );
}

function Poll({ sheet, value, write }: Way<Of<'poll'>>) {
  const w = useWords(words);
  return <><p className="note">{w.pollHint({ n: sheet.atMost })}</p><div className="balacts">{sheet.options.map((o) => <button key={o.id} type="button" className="btn wide" aria-pressed={value.picks.includes(o.id)} onClick={() => write({ ...value, picks: turned(value.picks, o.id) })}>{o.text}</button>)}</div></>;
}

/** The paper as it is marked. */
export function Marking({ sheet, value, write }: { sheet: Sheet; value: Content | null; write: (c: Content) => void }) {
  if (sheet.kind === 'motion') return <Motion value={value?.kind === 'motion' ? value : null} write={write} />;
  if (value?.kind === 'election') return <Election sheet={sheet} value={value} write={write} />;
  if (value?.kind === 'poll') return <Poll sheet={sheet} value={value} write={write} />;
  return value?.kind === 'appraisal' ? <Grading sheet={sheet} value={value} write={write} /> : null;
}

/** The paper in words, to be checked before it is cast. */
export function Marked({ sheet, value }: { sheet: Sheet; value: Content }) {
  const w = useWords(words);
  const language = useLocale();
  if (value.kind === 'motion') return <p className="balsum quiet">{w[value.choice]}</p>;
  if (value.kind === 'appraisal') {
    const graded = (person: string): string => sheet.grades.find((g) => g.id === value.marks.find((m) => m.person === person)?.grade)?.[language] ?? w.notGraded;
    return <ul className="balchecks">{sheet.persons.map((p) => <li key={p.id}>{w.gradeOf({ name: p.name, grade: graded(p.id) })}</li>)}</ul>;
  }
  const lines = value.kind === 'poll' ? sheet.options.filter((o) => value.picks.includes(o.id)).map((o) => [o.id, o.text, ''] as const)
    : [...sheet.candidates.filter((c) => value.for.includes(c.id)).map((c) => [c.id, c.name, w.for] as const), ...value.writeIns.map((n) => [n, n, w.writeIn] as const), ...sheet.candidates.filter((c) => value.against.includes(c.id)).map((c) => [c.id, c.name, w.against] as const)];
  return lines.length === 0 ? <p className="balsum quiet">{w.blank}</p> : <ul className="balchecks">{lines.map(([key, name, mark]) => <li key={key} className="balline"><b>{name}</b>{mark}</li>)}</ul>;
}

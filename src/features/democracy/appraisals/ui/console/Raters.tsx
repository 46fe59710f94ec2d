import { Checkbox, Form, Radio } from 'antd';
import { useState } from 'react';
import { type Output, sendFile, useCall, useWords } from '../../../../../web/kit/index.ts';
import { SheetPick, UnitsPick } from '../../../ballots/ui/console/RollParts.tsx';
import { desk } from '../../appraisals.contract.ts';
import { CLASSES, HOW, type RaterClass } from '../../appraisals.rules.ts';
import { words as names } from '../../appraisals.words.ts';
import { words } from '../desk.words.ts';
import { type Known, PeoplePick } from './Named.tsx';

export type ClassValues = { on?: boolean; how?: (typeof HOW)[number]; people?: string[]; unions?: string[] };
type All = Partial<Record<RaterClass, ClassValues>>;
type Read = Output<typeof desk.readRoll>;

function Units({ unionId, value, onChange, id }: { unionId: string; value?: string[]; onChange?: (ids: string[]) => void; id?: string }) {
  const units = useCall(desk.units, { unionId }, { when: unionId !== '' });
  return <UnitsPick units={units.data?.items ?? []} {...(id ? { id } : {})} {...(value ? { value } : {})} {...(onChange ? { onChange } : {})} />;
}

/** Classes of raters, each with its roll. */
export function Raters({ unionId, known, values, set }: { unionId: string; known: readonly Known[]; values: All; set: (all: All) => void }) {
  const w = useWords(words);
  const n = useWords(names);
  const [found, setFound] = useState<readonly Known[]>([]);
  const take = (read: Read): void => {
    const good = read.items.flatMap((i) => (i.personId && !i.fault ? [{ id: i.personId, name: i.name, unit: i.unit, as: (i.class || 'delegates') as RaterClass }] : []));
    setFound(good);
    const next: All = { ...values };
    for (const id of CLASSES) { const own = good.filter((g) => g.as === id).map((g) => g.id); if (own.length > 0) next[id] = { on: true, how: 'sheet', people: own, unions: [] }; }
    set(next);
  };
  return (
    <>
      <p className="note">{w.ratersHint}</p>
      {CLASSES.map((id) => {
        const c = values[id] ?? {};
        const hows = HOW.filter((h) => h !== 'sheet' || c.how === 'sheet');
        return (
          <fieldset key={id} className="appclass">
            <Form.Item name={['classes', id, 'on']} valuePropName="checked" noStyle><Checkbox>{n[`class_${id}`]}</Checkbox></Form.Item>
            <div hidden={!c.on}>
              <Form.Item name={['classes', id, 'how']} noStyle><Radio.Group options={hows.map((h) => ({ value: h, label: w[`how_${h}`] }))} /></Form.Item>
              <div style={{ marginTop: 8 }} hidden={c.how !== 'units'}><Form.Item name={['classes', id, 'unions']} noStyle><Units unionId={unionId} /></Form.Item></div>
              <div style={{ marginTop: 8 }} hidden={c.how !== 'people' && c.how !== 'sheet'}>{c.how === 'sheet' ? <b className="num">{w.sheetPeople({ n: c.people?.length ?? 0 })}</b> : null}<div hidden={c.how === 'sheet'}><Form.Item name={['classes', id, 'people']} noStyle><PeoplePick unionId={unionId} known={[...known, ...found]} label={`${n[`class_${id}`]} ${w.choosePeople}`} /></Form.Item></div></div>
            </div>
          </fieldset>
        );
      })}
      <SheetPick hint={w.sheetHint} send={(file) => sendFile(desk.readRoll, { unionId, name: file.name }, file)} take={take} />
    </>
  );
}

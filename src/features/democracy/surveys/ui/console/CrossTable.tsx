import { Select } from 'antd';
import { useState } from 'react';
import { Card, Empty, Loaded, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { crossable } from '../../figures.rules.ts';
import type { Form } from '../../form.rules.ts';
import { found } from '../../surveys.contract.ts';
import { useStepNames } from '../both/Figures.tsx';
import { plainTitle } from '../../logic.rules.ts';
import { words } from '../desk.words.ts';

function Cells({ id, form, a, b }: { id: string; form: Form; a: string; b: string }) {
  const language = useLocale();
  const names = useStepNames();
  const cross = useCall(found.cross, { id, a, b });
  const at = (q: string) => crossable(form).find((x) => x.id === q);
  return (
    <Loaded from={cross}>
      {(c) => {
        const turned = c.a !== a;
        const [rows, columns] = [at(a), at(b)].map((q) => (q ? names(q, language) : []));
        if (!rows || !columns) return null;
        const cell = (r: number, k: number): number | null => c.cells[turned ? k * rows.length + r : r * columns.length + k] ?? null;
        return (
          <div className="svwide"><table className="svtable"><thead><tr><th />{columns.map((n) => <th key={n} className="num">{n}</th>)}</tr></thead>
            <tbody>{rows.map((n, r) => <tr key={n}><th scope="row">{n}</th>{columns.map((k, i) => <td key={k} className="num">{cell(r, i) ?? '·'}</td>)}</tr>)}</tbody></table></div>
        );
      }}
    </Loaded>
  );
}

/** Two questions against each other, under the same floor. */
export function CrossTable({ id, form }: { id: string; form: Form }) {
  const w = useWords(words);
  const language = useLocale();
  const questions = crossable(form);
  const [a, setA] = useState(questions[0]?.id ?? '');
  const [b, setB] = useState(questions[1]?.id ?? '');
  const options = questions.map((q) => ({ value: q.id, label: `${q.id} ${plainTitle(q, language)}` }));
  return (
    <Card>
      <p className="svhead"><Select {...namedList(w.crossA)} style={{ minWidth: 320 }} showSearch={{ optionFilterProp: 'label' }} value={a} onChange={setA} options={options} /><span>×</span><Select {...namedList(w.crossB)} style={{ minWidth: 320 }} showSearch={{ optionFilterProp: 'label' }} value={b} onChange={setB} options={options} /></p>
      {a === '' || b === '' || a === b ? <Empty icon="table" title={w.crossNone} /> : <Cells id={id} form={form} a={a} b={b} />}
      <p className="note">{w.crossHint}</p>
    </Card>
  );
}

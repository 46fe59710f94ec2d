import { Select, Table } from 'antd';
import { useState } from 'react';
import { Chip, type Input, type Output, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rosters.contract.ts';
import { words } from '../roster-ui.words.ts';

type View = Output<typeof api.import>;
type Column = View['columns'][number];
type Mapping = Input<typeof api.map>['mapping'];

/** Which column holds what: recognised, and changeable until the confirmation. */
export function Columns({ of }: { of: View }) {
  const w = useWords(words);
  const [chosen, setChosen] = useState<Readonly<Record<number, string | null>>>({});
  const { act, busy } = useAct(api.map, { refreshes: [api.import, api.rows, api.list], after: () => setChosen({}) });
  const fieldOf = (c: Column): string | null => (c.column in chosen ? (chosen[c.column] ?? null) : c.field);
  const mapping = Object.fromEntries(of.columns.flatMap((c) => { const field = fieldOf(c); return field ? [[field, c.column]] : []; })) as Mapping;
  const missing = of.fields.filter((f) => f.needed && !(f.field in mapping));
  const choose = (column: number, field: string | null): void => {
    const others = field === null ? [] : of.columns.filter((c) => c.column !== column && fieldOf(c) === field).map((c) => [c.column, null] as const);
    setChosen({ ...chosen, ...Object.fromEntries(others), [column]: field });
  };
  const editable = of.may.includes('map');
  const words4 = new Map(of.fields.map((f) => [f.field, f.word]));
  return (
    <section className="panel rostercolumns" aria-label={w.columns}>
      <h2>{w.columns}</h2>
      <p className="note" role="status">{missing.length > 0 ? w.columnsMissing({ fields: missing.map((f) => f.word).join(' · ') }) : editable ? w.columnsHint : null}</p>
      <Table<Column> rowKey="column" size="small" dataSource={[...of.columns]} scroll={{ x: 'max-content', y: 420 }} pagination={false}
        columns={[
          { title: w.column, key: 'letters', width: 60, render: (_, c) => <span className="num">{c.letters}</span> },
          { title: w.heading, key: 'heading', render: (_, c) => c.heading },
          { title: w.examples, key: 'examples', render: (_, c) => <span className="note">{c.examples.join(' · ')}</span> },
          { title: w.meaning, key: 'field', width: 240, render: (_, c) => {
            if (c.consent) return <Chip kind="quiet" icon="lock">{w.consent}</Chip>;
            const field = fieldOf(c);
            if (!editable) return field ? words4.get(field) : <span className="note">{w.notTaken}</span>;
            return (
              <Select aria-label={`${w.meaning}: ${c.heading}`} size="small" showSearch={{ optionFilterProp: 'label' }} value={field ?? ''} onChange={(f: string) => choose(c.column, f === '' ? null : f)}
                options={[{ value: '', label: w.notTaken }, ...of.fields.map((f) => ({ value: f.field, label: f.word }))]} />
            );
          } },
          { title: '', key: 'sure', width: 90, render: (_, c) => (!c.sure && fieldOf(c) && !c.consent ? <Chip kind="warn">{w.unsure}</Chip> : null) },
        ]} />
      {editable && (Object.keys(chosen).length > 0 || of.state === 'read') ? (
        <div className="foot"><span /><button type="button" className="btn primary" disabled={busy || missing.length > 0} onClick={() => act({ id: of.id, mapping })}>{w.recheck}</button></div>
      ) : null}
    </section>
  );
}

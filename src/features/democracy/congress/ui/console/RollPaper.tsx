import { useParams } from 'react-router';
import { Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { words as congressWords } from '../../congress.words.ts';
import { roll } from '../../delegates.contract.ts';
import '../congress.css';
import { words } from '../desk-ui.words.ts';

/** The delegates' list on paper, with room for signatures. */
export default function RollPaper() {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const { id = '' } = useParams();
  const cards = useCall(roll.cards, { id });
  const title = cards.data ? w.paperTitle({ body: cards.data.body, n: cards.data.number }) : w.tab_roll;
  return (
    <Paper title={title} back={`/congress/terms/${id}?tab=roll`}>
      <h1>{title}</h1>
      <Loaded from={cards} lines={8}>{(c) => (
        <table><thead><tr><th>{kw.columnCard}</th><th>{kw.columnName}</th><th>{kw.columnUnit}</th><th>{kw.columnDelegation}</th><th>{kw.columnClass}</th><th>{w.signature}</th></tr></thead>
          <tbody>{c.items.map((d) => <tr key={d.id}><td className="num">{d.cardNumber}</td><td>{d.name}</td><td>{d.unit}</td><td>{d.delegation || d.constituency}</td><td>{kw[`class_${d.class}`]}</td><td /></tr>)}</tbody></table>
      )}</Loaded>
    </Paper>
  );
}

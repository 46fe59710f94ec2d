import { useDeferredValue, useState } from 'react';
import { useParams } from 'react-router';
import { Card, Chip, DeskPage, Empty, Field, Loaded, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../elections.contract.ts';
import '../elections.css';
import { words } from '../desk.words.ts';

/** Hands out papers in the hall by the frozen roll: one for each, and none to who voted at a device. */
export default function HandOut() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const voters = useCall(desk.voters, { id, text: asked, limit: 50 }, { keepWhileChanging: true });
  const give = useAct(desk.handOut, { done: w.done, refreshes: [desk.voters] });
  return (
    <DeskPage title={w.handOut} about={voters.data ? w.tookN({ n: voters.data.took }) : undefined} crumbs={[{ title: w.votes, to: `/elections/${id}` }]}>
      <Card>
        <p className="note">{w.handOutHint}</p>
        <Field label={w.findVoter} maxLength={20} value={text} onChange={(x) => setText(x.target.value)} />
        <Loaded from={voters} lines={8}>{(v) => (v.items.length === 0 ? <Empty icon="people" title={w.nobody} /> : (
          <div className="elecscroll"><table className="electable" aria-label={w.handOut}>
            <thead><tr><th>{w.name}</th><th>{w.unit}</th><th /></tr></thead>
            <tbody>{v.items.map((p) => <tr key={p.personId}><td><b>{p.name}</b></td><td>{p.unit}</td><td className="r">{p.took ? <Chip kind="ok" icon="check">{w.took}</Chip> : p.online ? <Chip kind="info">{w.votedOnline}</Chip> : <button type="button" className="btn" aria-label={`${w.give} ${p.name}`} disabled={give.busy} onClick={() => give.act({ id, personId: p.personId })}>{w.give}</button>}</td></tr>)}</tbody>
          </table></div>
        ))}</Loaded>
      </Card>
    </DeskPage>
  );
}

import { Link, useParams } from 'react-router';
import { Card, Chip, DeskPage, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { joint } from '../../joint.contract.ts';
import { words } from '../../joint.words.ts';
import { words as both } from '../both.words.ts';
import '../sessions.css';
import { VerdictChip } from './Joint.tsx';

/** One decision of several congresses, with how its result comes about. */
export default function JointPage() {
  const w = useWords(words);
  const b = useWords(both);
  const { id = '' } = useParams();
  const one = useCall(joint.one, { id }, { every: 10_000, keepWhileChanging: true });
  return (
    <DeskPage title={one.data?.title ?? w.title} about={one.data?.union}>
      <Loaded from={one} lines={8}>
        {(d) => (
          <div className="sesdesk">
            <Card><div className="sesdesk"><p className="sesline"><VerdictChip of={d.verdict} /><Chip>{w.roundN({ n: d.round })}</Chip></p>{d.about ? <p className="sestext">{d.about}</p> : null}</div></Card>
            <Card title={w.parts}><div className="sesscroll"><table className="sestable"><tbody>{d.votes.map((v) => <tr key={v.id}><td><Link to={`/sessions/${v.sessionId}`}>{v.title}</Link></td><td>{v.union} · {v.session}</td><td className="num">{w.weight({ n: v.weight })}</td><td>{v.veto ? <Chip kind="warn">{w.vetoes}</Chip> : null}</td><td>{b[`item_${v.state}`]}</td></tr>)}</tbody></table></div></Card>
            <Card title={w.worked}><ul className="seslist">{d.lines.map((l) => <li key={`${l.depth} ${l.title} ${l.sentence}`} className="sesline" style={{ paddingLeft: `${l.depth * 24}px` }}><VerdictChip of={l.verdict} /><b>{l.title}</b><span>{l.sentence}</span></li>)}</ul></Card>
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}

import { useParams } from 'react-router';
import { Loaded, ON_PAPER, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { api } from '../../joint-meetings.contract.ts';
import { SIDES } from '../../joint-meetings.rules.ts';
import '../joint.css';
import { words } from '../joint-ui.words.ts';

/** Minutes and work list on paper, with the consent of both sides. */
export default function MinutesPaper() {
  const w = useWords(words);
  const language = useLocale();
  const { id = '' } = useParams();
  const meeting = useCall(api.meeting, { id });
  return (
    <Paper title={w.minutes} back={`/joint-meetings/meetings/${id}`}>
      <Loaded from={meeting} lines={8}>
        {(m) => (
          <>
            <h1>{m.title} · {w.minutes}</h1>
            <p>{w.between({ union: m.union, other: m.otherName })}</p><p className="num">{showTime(m.heldAt, language, ON_PAPER)} · {m.place}</p>
            <p className="jmtext">{m.minutes}</p>
            <h2>{w.items}</h2>
            <table className="jmtable">
              <thead><tr><th scope="col">{w.item}</th><th scope="col">{w.owner}</th><th scope="col">{w.due}</th><th scope="col">{w.progress}</th></tr></thead>
              <tbody>{m.list.length > 0 ? m.list.map((i) => <tr key={i.id}><td>{i.title}</td><td>{w[`side_${i.side}`]} {i.owner}</td><td className="num">{i.dueOn}</td><td>{w[`item_${i.state}`]} {i.state === 'done' ? 100 : i.progress}%</td></tr>) : m.draft.map((d) => <tr key={`${d.title} ${d.ownerId}`}><td>{d.title}</td><td>{d.owner}</td><td className="num">{d.dueOn}</td><td /></tr>)}</tbody>
            </table>
            <div className="jmsign">{SIDES.map((side) => { const c = m.consents.find((x) => x.side === side); return <p key={side}>{w[`side_${side}`]}{side === 'other' ? ` · ${m.otherName}` : ''}<br />{c ? w.consented({ name: c.name, time: showTime(c.at, language, ON_PAPER) }) : w.sign}</p>; })}</div>
          </>
        )}
      </Loaded>
    </Paper>
  );
}

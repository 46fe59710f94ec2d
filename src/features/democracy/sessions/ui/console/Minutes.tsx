import { useParams } from 'react-router';
import { Loaded, ON_PAPER, showList, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { room } from '../../room.contract.ts';
import { desk } from '../../sessions.contract.ts';
import { words as states } from '../../sessions.words.ts';
import { words as both } from '../both.words.ts';
import { type KeptItem, Resolution } from '../both/looks.tsx';
import { words } from '../desk.words.ts';

function ItemLine({ of: i }: { of: KeptItem }) {
  const b = useWords(both);
  const c = i.count;
  return <><h3>{i.number}. {i.title} · {b[`act_${i.act}`]} · {b[`item_${i.state}`]}</h3>{c ? <p>{b.basisN({ entitled: c.entitled, present: c.present })} · {c.elected.length > 0 ? b.electedN({ names: c.elected.join('、') }) : `${b.forN({ n: c.for })} · ${b.againstN({ n: c.against })} · ${b.abstainN({ n: c.abstain })}`} · {c.sum}</p> : null}<Resolution of={i} /></>;
}

/** The minutes on paper, with the list of those who were there and room for signatures. */
export default function Minutes() {
  const w = useWords(words);
  const b = useWords(both);
  const s = useWords(states);
  const language = useLocale();
  const { id = '' } = useParams();
  const kept = useCall(desk.one, { id });
  const seats = useCall(room.seats, { id, limit: 100 });
  const more = useCall(room.seats, { id, limit: 100, offset: 100 }, { when: (seats.data?.total ?? 0) > 100 });
  return (
    <Paper title={w.minutesHead} back={`/sessions/${id}`}>
      <Loaded from={kept} lines={8}>
        {(z) => (
          <>
            <h1>{z.title} · {w.minutesHead}</h1>
            <p>{showTime(z.heldAt, language, ON_PAPER)} · {z.place} · {b[`mode_${z.mode}`]}</p><p>{w.attendees({ entitled: z.quorum.entitled, present: z.present })}</p>
            <p>{w.presidium} · {showList(z.presidium.map((p) => p.name), language)}{z.hands ? ` · ${w.handsOf(z.hands)}` : ''}</p>
            <p className="sestext">{z.minutes}</p>
            {z.agenda.filter((i) => i.state !== 'withdrawn').map((i) => <ItemLine key={i.id} of={i} />)}
            <table className="sestable"><tbody>{[w.signHere, w.signMinutes, w.signDate].map((x) => <tr key={x} style={{ height: 48 }}><td style={{ width: 180 }}>{x}</td><td /></tr>)}</tbody></table>
            <h2>{w.listTitle}</h2>
            <table className="sestable"><thead><tr><th>{w.card}</th><th>{w.person}</th><th>{w.unit}</th><th>{w.klass}</th><th>{w.here}</th><th>{w.signature}</th></tr></thead>
              <tbody>{[...(seats.data?.items ?? []), ...(more.data?.items ?? [])].filter((x) => !x.vacant).map((x) => <tr key={x.id}><td className="num">{x.card}</td><td>{x.name}</td><td>{x.unit}</td><td>{s[`class_${x.class}`]}</td><td>{s[`here_${x.here || 'no'}`]}</td><td style={{ width: 140 }} /></tr>)}</tbody></table>
          </>
        )}
      </Loaded>
    </Paper>
  );
}

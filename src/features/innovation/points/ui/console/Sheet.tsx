import { useParams } from 'react-router';
import { Empty, Loaded, showDate, useCall, useLocale, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { words } from '../points-ui.words.ts';

/** What is to be handed out, by unit and name, with a line to sign for each. */
export default function Sheet() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const { union } = useScope();
  const seen = useCall(api.handOutList, { roundId: id, ...(union ? { unionId: union } : {}) });
  return (
    <Loaded from={seen}>
      {({ round, place, items, total }) => (
        <Paper title={w.sheet} back={`/points/rounds/${id}`}>
          <h1>{w.sheet}</h1>
          {items.length === 0 ? <Empty icon="gift" title={w.sheetEmpty} /> : (
            <>
              <p>{round} · {place} · {w.sheetAbout({ n: total })} · {w.printed({ date: showDate(new Date(), language) })}</p>
              <table>
                <thead><tr><th>{w.number}</th><th>{w.unit}</th><th>{w.name}</th><th>{w.prize}</th><th>{w.pts}</th><th style={{ width: '26%' }}>{w.signature}</th></tr></thead>
                <tbody>{items.map((v, i) => <tr key={v.id}><td className="num">{i + 1}</td><td>{v.unit}</td><td>{v.name}</td><td>{v.prize}</td><td className="num">{v.points}</td><td /></tr>)}</tbody>
              </table>
            </>
          )}
        </Paper>
      )}
    </Loaded>
  );
}

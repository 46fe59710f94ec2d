import { useParams } from 'react-router';
import { Empty, Loaded, ON_PAPER, showMoney, showSpan, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Paper } from '../../../../../web/kit/desk.ts';
import { desk } from '../../keeping.contract.ts';
import { words } from '../offers-ui.words.ts';

/** Whoever has a place, on paper, with a line to sign for each. */
export default function Sheet() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(desk.sheet, { offerId: id });
  return (
    <Loaded from={seen}>
      {({ offer: o, items, total }) => {
        const [things, money] = [items.some((r) => r.unitLabel !== null || r.places > 1), o.pays === 'atHandOver'];
        return (
          <Paper title={w.sheet} back={o.path}>
            <h1>{o.title}</h1>
            <p>{[o.union, o.place, o.handOverFrom && o.handOverTo ? showSpan(o.handOverFrom, o.handOverTo, language, ON_PAPER) : '', w.peopleN({ n: total })].filter(Boolean).join(' · ')}</p>
            {items.length === 0 ? <Empty icon="people" title={w.noList} /> : (
              <table>
                <thead><tr><th>{w.no}</th><th>{w.personName}</th><th>{w.personNumber}</th><th>{w.unit}</th>{things ? <th>{w.thing}</th> : null}{money ? <th>{w.price}</th> : null}<th style={{ width: '24%' }}>{w.sign}</th></tr></thead>
                <tbody>
                  {items.map((r) => (
                    <tr key={r.id}>
                      <td className="num">{r.no}</td><td>{r.name}</td><td className="num">{r.staffNumber}</td><td>{r.unit}</td>{things ? <td>{[r.unitLabel, r.places > 1 ? `× ${r.places}` : ''].filter(Boolean).join(' ')}</td> : null}
                      {money ? <td className="num">{r.paidAt ? w.paid({ amount: showMoney(r.amount) }) : showMoney(r.amount)}</td> : null}<td>{r.handedAt ? `${r.stateText} ${showTime(r.handedAt, language)}` : ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {items.length < total ? <p>{w.sheetMore({ total, n: items.length })}</p> : null}
          </Paper>
        );
      }}
    </Loaded>
  );
}

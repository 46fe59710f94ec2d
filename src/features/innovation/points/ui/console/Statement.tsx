import { useParams } from 'react-router';
import { Loaded, showDate, useAddress, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { pointsText } from '../../points.rules.ts';
import { LinesTable } from '../both/LinesTable.tsx';
import { Paper } from '../../../../../web/kit/desk.ts';
import { words } from '../points-ui.words.ts';

/** A person's statement of a year on paper, with a line to sign. */
export default function Statement() {
  const { schemeId = '', personId = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const [year] = useAddress('year');
  const seen = useCall(api.holder, { schemeId, personId, ...(year ? { year: Number(year) } : {}) });
  return (
    <Loaded from={seen}>
      {(h) => (
        <Paper title={w.statement} back={`/points/people/${schemeId}/${personId}`}>
          <h1>{w.statement}</h1>
          <p>{h.scheme} · {h.unit} · <b>{h.name}</b> · {w.yearOf({ year: h.year })}</p>
          <p>{w.opening} <b className="num">{pointsText(h.opening)}</b></p>
          <LinesTable lines={[...h.items].reverse()} className="" />
          <p>{w.closing} <b className="num">{pointsText(h.items[0]?.balance ?? h.opening)}</b>{h.wallet.debt > 0 ? ` · ${w.debt} ${pointsText(h.wallet.debt)}` : ''}</p>
          <p className="note">{w.printed({ date: showDate(new Date(), language) })}</p>
          <p style={{ marginTop: 32 }}>{w.signed}：____________________</p>
        </Paper>
      )}
    </Loaded>
  );
}

import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, DeskPage, Empty, Facts, Icon, Loaded, Row, showDate, useAddress, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { pointsText } from '../../points.rules.ts';
import { LinesTable } from '../both/LinesTable.tsx';
import { StateChip } from '../both/StateChip.tsx';
import { words } from '../points-ui.words.ts';
import { CorrectForm } from './CorrectForm.tsx';
import '../points.css';

/** One person's points: what is there, how each was earned and spent, what was exchanged. */
export default function HolderPage() {
  const { schemeId = '', personId = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const [year, setYear] = useAddress('year');
  const seen = useCall(api.holder, { schemeId, personId, ...(year ? { year: Number(year) } : {}) }, { keepWhileChanging: true });
  const [correcting, setCorrecting] = useState(false);
  return (
    <Loaded from={seen}>
      {(h) => (
        <DeskPage
          title={h.name} about={h.unit}
          actions={<><Link className="btn" to={`/points/people/${schemeId}/${personId}/print?year=${h.year}`}><Icon name="print" size={18} />{w.statement}</Link>{h.may.includes('correct') ? <button type="button" className="btn primary" onClick={() => setCorrecting(true)}><Icon name="edit" size={18} />{w.give}</button> : null}</>}
        >
          {correcting ? <CorrectForm who={{ schemeId, personId, name: h.name }} close={() => setCorrecting(false)} /> : null}
          <div className="pointspage">
            <Card title={w.lines} aside={<span className="pointsyears">{[0, 1, 2].map((n) => new Date().getFullYear() - n).map((y) => <button key={y} type="button" className="btn" aria-pressed={y === h.year} onClick={() => setYear(String(y))}>{w.yearOf({ year: y })}</button>)}</span>}>
              {h.items.length === 0 ? <Empty icon="idea" title={w.noLines({ year: h.year })} /> : <div className="prizetablebox"><LinesTable lines={h.items} /></div>}
            </Card>
            <div className="stackcards">
              <Card title={w.points({ n: pointsText(h.wallet.balance) })}>
                <Facts of={[
                  [w.held, h.wallet.held > 0 ? pointsText(h.wallet.held) : null], [w.debt, h.wallet.debt > 0 ? pointsText(h.wallet.debt) : null], [w.available, pointsText(h.wallet.available)], [w.carried, pointsText(h.wallet.carried)],
                  ...h.wallet.years.map((y) => [w.earnedIn({ year: y.year }), pointsText(y.amount)] as const), [w.expiring({ n: pointsText(h.wallet.expiring), date: h.wallet.expiresOn ? showDate(h.wallet.expiresOn, language) : '' }), h.wallet.expiresOn ? ' ' : null],
                ]} />
              </Card>
              <Card title={w.prizesOf}>{h.reservations.length === 0 ? <Empty icon="gift" title={w.noPrizesOf} /> : h.reservations.map((v) => <Row key={v.id} title={v.prize} note={`${v.year} · ${w.points({ n: v.points })}`} end={<StateChip state={v.state} />} />)}</Card>
            </div>
          </div>
        </DeskPage>
      )}
    </Loaded>
  );
}

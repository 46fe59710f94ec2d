import { useState } from 'react';
import { Card, Loaded, type Output, PhonePage, useCall, useSay, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../indicators.contract.ts';
import { exactRate, FORMULA, type Indicator, INDICATORS, pointsFrom, rank, rateOf, reaches, showRate } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';
import '../indicators.css';
import { words as titles } from '../screens.words.ts';

type Mine = Output<typeof api.mine>;

/** The unit's rates, each with its numerator and denominator, the company's beside it, and its target. */
function Rates({ mine: m }: { mine: Mine }) {
  const w = useWords(words);
  const n = useWords(names);
  return (
    <Card title={m.unit.name} aside={w.mineAbout({ year: m.from.slice(0, 4) })}>
      {INDICATORS.map((i) => {
        const rate = rateOf(i, m.counts);
        const target = m.targets.find((t) => t.indicator === i && t.unitId === m.unit.id)?.target;
        const reached = reaches(rate, target);
        return (
          <div key={i} className="unitrate">
            <span>{n[i]}</span><b className="num" title={exactRate(rate)}>{showRate(rate)}</b>
            <small>{FORMULA[i].map((k) => `${n[k]} ${m.counts[k]}`).join(' ÷ ')}</small><small className="num">{w.company({ rate: showRate(rateOf(i, m.all)) })}</small>
            {target === undefined ? null : <span className={`attained ${reached === null ? '' : reached ? 'ok' : 'warn'}`}>{w.target({ target: `${target / 100}%` })}{reached === null ? null : <b> {reached ? w.reached : w.short} {w.points({ points: pointsFrom(rate, target) })}</b>}</span>}
          </div>
        );
      })}
      <p className="note">{w.staffNoteOnly({ day: m.staffDay })}</p>
    </Card>
  );
}

/** Units in their order by one indicator; the own one is marked. */
function Places({ mine: m }: { mine: Mine }) {
  const w = useWords(words);
  const n = useWords(names);
  const [by, choose] = useState<Indicator>('participation');
  const rows = rank(m.units, (u) => rateOf(by, u.counts));
  const own = rows.find((r) => r.row.own)?.place ?? null;
  return (
    <Card title={w.ranking} aside={own === null ? w.mineNoPlace : w.minePlace({ place: own, of: rows.length })}>
      <fieldset className="unitchoice" aria-label={w.rankBy}>{INDICATORS.map((i) => <button key={i} type="button" aria-pressed={i === by} onClick={() => choose(i)}>{n[i]}</button>)}</fieldset>
      <ol className="unitplaces">
        {rows.map(({ row: u, place }) => {
          const rate = rateOf(by, u.counts);
          return <li key={u.name} className={u.own ? 'own' : ''}><span className="num">{place ?? '—'}</span><span>{u.name}{u.own ? ` · ${w.ours}` : ''}</span><span className="num">{showRate(rate)}<small>{rate.part} ÷ {rate.of}</small></span></li>;
        })}
      </ol>
      <p className="note">{w.noNames}</p>
    </Card>
  );
}

/** How the member's unit stands this year. Nobody is named. */
export default function OurUnit() {
  const say = useSay();
  const mine = useCall(api.mine, {});
  return <PhonePage title={say(titles.mine)}><Loaded from={mine} lines={8}>{(m) => <><Rates mine={m} /><Places mine={m} /></>}</Loaded></PhonePage>;
}

import { Select } from 'antd';
import type { ReactNode } from 'react';
import { Card, Empty, type Output, showMoney, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import type { api } from '../../indicators.contract.ts';
import { type Counts, type Indicator, INDICATORS, rank, rateOf } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';
import { Attained, type Extra, How, N, Rate } from './numbers.tsx';

export type Figures = Output<typeof api.figures>;
type Line = { readonly key: string; readonly name: ReactNode; readonly place?: number | null; readonly counts: Counts; readonly extra?: Extra; readonly closed?: boolean; readonly own?: boolean; readonly targets?: Partial<Record<Indicator, number>>; readonly reward?: boolean };

/** Rows with the five rates, each over its own numerator and denominator, standardised ones and benefit. */
function Rates({ lines, head, marked, placed, staff = true }: { lines: readonly Line[]; head: string; marked?: Indicator; placed?: boolean; staff?: boolean }) {
  const w = useWords(words);
  const n = useWords(names);
  return (
    <section className="ratetablewrap" aria-label={head}>
      <table className="ratetable">
        <thead><tr>{placed ? <th scope="col">{w.place}</th> : null}<th scope="col" className="rowhead">{head}</th>{INDICATORS.map((i) => <th key={i} scope="col" className={i === marked ? 'marked' : ''}>{n[i]}</th>)}{marked ? <th scope="col">{w.attainment}</th> : null}<th scope="col">{n.standardised}</th><th scope="col">{w.benefit}</th></tr></thead>
        <tbody>
          {lines.map((l) => (
            <tr key={l.key} className={l.own ? 'own' : ''}>
              {placed ? <td className="num">{l.place ?? '—'}</td> : null}
              <th scope="row">{l.name}</th>
              {INDICATORS.map((i) => <td key={i} className={i === marked ? 'marked' : ''}><Rate indicator={i} counts={l.counts} extra={l.extra} closed={l.closed || (i === 'participation' && !staff)} /></td>)}
              {marked ? <td><Attained indicator={marked} counts={l.counts} target={l.targets?.[marked]} /></td> : null}
              <td><N measure="standardised" counts={l.counts} extra={l.extra} closed={l.closed} /></td>
              <td className="num">{showMoney(l.counts.benefitFen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Targets of one unit and group, by indicator. */
export const targetsOf = (f: Pick<Figures, 'targets'>, unitId: string, group = 'all'): Partial<Record<Indicator, number>> => Object.fromEntries(f.targets.filter((t) => t.unitId === unitId && t.group === group).map((t) => [t.indicator, t.target]));

/** Units, best first by the chosen indicator, with their targets. */
export function Ranking({ figures: f, by, choose }: { figures: Figures; by: Indicator; choose: (by: Indicator) => void }) {
  const w = useWords(words);
  const n = useWords(names);
  const lines = rank(f.units, (u) => rateOf(by, u.counts)).map(({ row: u, place }): Line => ({
    key: u.id, name: u.head ? w.headUnit({ name: u.name }) : u.name, place, counts: u.counts, extra: { unitId: u.id }, closed: !u.open, own: u.id === f.unit?.id, targets: targetsOf(f, u.head ? '' : u.id),
  }));
  return (
    <Card title={<>{w.ranking} <How>{w.rankingHow}</How></>} aside={<Select {...namedList(w.rankBy)} value={by} onChange={choose} options={INDICATORS.map((i) => ({ value: i, label: n[i] }))} />}>
      <Rates lines={lines} head={w.unit} marked={by} placed />
    </Card>
  );
}

/** Groups of people, each against its own members, with their targets. */
export function Groups({ figures: f, by }: { figures: Figures; by: Indicator }) {
  const w = useWords(words);
  const n = useWords(names);
  const lines = f.groups.map((g): Line => ({ key: g.group, name: n[g.group], counts: g.counts, extra: { group: g.group }, targets: targetsOf(f, f.scheme.id, g.group) }));
  return <Card title={<>{w.byGroup} <How>{w.byGroupHow}</How></>}><Rates lines={lines} head={w.group} marked={by} /></Card>;
}

/** Kinds of suggestions. */
export function Kinds({ figures: f }: { figures: Figures }) {
  const w = useWords(words);
  const n = useWords(names);
  const lines = f.kinds.filter((k) => k.counts.valid + k.counts.adopted > 0).map((k): Line => ({ key: k.kind, name: n[k.kind], counts: k.counts, extra: { kind: k.kind } }));
  return <Card title={<>{w.byKind} <How>{w.byKindHow}</How></>}>{lines.length === 0 ? <Empty icon="idea" title={w.none} hint={w.noneHint} /> : <Rates lines={lines} head={w.kind} />}</Card>;
}

/** Campaigns whose window touches the period. */
export function Campaigns({ figures: f }: { figures: Figures }) {
  const w = useWords(words);
  if (f.campaigns.length === 0) return null;
  return <Card title={<>{w.byCampaign} <How>{w.byCampaignHow}</How></>}><Rates lines={f.campaigns.map((c): Line => ({ key: c.id, name: c.title, counts: c.counts, extra: { campaignId: c.id } }))} head={w.byCampaign} /></Card>;
}

/** Months as a table: every number opens its list of that month. */
export function Months({ figures: f }: { figures: Figures }) {
  const w = useWords(words);
  return <Rates lines={f.months.map((m): Line => ({ key: m.from, name: <span className="num">{m.from.slice(0, 7)}</span>, counts: m.counts, extra: { from: m.from, to: m.to } }))} head={w.month} />;
}

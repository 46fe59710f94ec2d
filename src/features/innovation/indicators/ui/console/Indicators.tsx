import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { ask, DeskPage, NotShown, RefusedByServer, saveFile, showMoney, tell, useAct, useCall, useSay, useWords, Waiting } from '../../../../../web/kit/index.ts';
import { api } from '../../indicators.contract.ts';
import { type Indicator, INDICATORS, perHead } from '../../indicators.rules.ts';
import { words as names } from '../../kinds.words.ts';
import { words } from '../indicators-ui.words.ts';
import '../indicators.css';
import { words as titles } from '../screens.words.ts';
import { MonthPicture, RankPicture } from './charts.tsx';
import { ListBase, N, PlainTile, RateTile } from './numbers.tsx';
import { type Asked, PeriodBar, sayPeriod, useAsked } from './period.tsx';
import { Campaigns, type Figures, Groups, Kinds, Ranking, targetsOf } from './tables.tsx';

const queryOf = (asked: Asked['asked']): string => new URLSearchParams(asked as Record<string, string>).toString();

/** Benefit, rewards and what comes to each head, each with how it is counted. */
function Money({ figures: { all, rewards } }: { figures: Figures }) {
  const w = useWords(words);
  const n = useWords(names);
  return (
    <div className="tiles moneytiles">
      <PlainTile title={w.benefit} how={w.benefitHow({ n: all.benefited })} value={showMoney(all.benefitFen)} aside={<>{n.benefited} <N measure="benefited" counts={all} /></>} />
      <PlainTile title={w.reward} how={w.rewardHow} value={rewards ? showMoney(all.rewardFen) : '—'} aside={rewards ? '' : w.rewardNone} />
      <PlainTile title={w.perHead} how={w.perHeadHow(all)} value={perHead(all.valid, all.staff)} aside={w.perHeadHow(all)} />
      <PlainTile title={w.benefitPerHead} how={w.benefitPerHeadHow(all)} value={all.staff === 0 ? '—' : showMoney(Math.round(all.benefitFen / all.staff))} aside={w.benefitPerHeadHow(all)} />
    </div>
  );
}

function Actions({ asked, figures }: { asked: Asked; figures: Figures | undefined }) {
  const w = useWords(words);
  const go = useNavigate();
  const keeping = useAct(api.keep, { done: w.kept, refreshes: [api.reports], after: ({ id }) => void go(`/indicators/reports/${id}`) });
  const save = (): void => void saveFile(api.exportBook, asked.asked, w.bookName).catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const keep = async (): Promise<void> => {
    if (await ask({ title: w.keepAsk({ period: sayPeriod(asked.period, w) }), text: w.keepAskHint, yes: w.keep })) keeping.act({ ...asked.period, basis: asked.basis, ...(figures ? { schemeId: figures.scheme.id } : {}) });
  };
  return (
    <>
      {figures?.may.includes('settle') ? <Button onClick={() => void keep()} loading={keeping.busy}>{w.keep}</Button> : null}
      <Link className="btn" to={`/indicators/report?${queryOf(asked.asked)}`}>{w.printReport}</Link>
      <Button onClick={save}>{w.exportBook}</Button>
      <Link className="btn" to="/indicators/targets">{w.targets}</Link>
      <Link className="btn" to="/indicators/reports">{w.reports}</Link>
      <Link className="btn" to="/indicators/booklet">{w.booklet}</Link>
    </>
  );
}

/** The five rates of the scheme or of a unit over a period, with everything they are made of; every number opens its list. */
export default function Indicators() {
  const w = useWords(words);
  const say = useSay();
  const asked = useAsked();
  const answer = useCall(api.figures, asked.asked, { keepWhileChanging: true });
  const f = answer.data;
  const by: Indicator = INDICATORS.find((i) => i === asked.by) ?? 'participation';
  if (answer.error && !f) return <DeskPage title={say(titles.desk)}><NotShown why={answer.error} again={() => void answer.refetch()} /></DeskPage>;
  return (
    <DeskPage title={say(titles.desk)} about={f ? w.about({ scheme: f.unit?.name ?? f.scheme.name, from: f.from, to: f.to }) : undefined} actions={<Actions asked={asked} figures={f} />}>
      <PeriodBar asked={asked} units={f?.units.filter((u) => u.open) ?? []} />
      {f ? (
        <ListBase value={queryOf(asked.asked)}>
          <div className="indicators">
            <div className="tiles ratetiles">{INDICATORS.map((i) => <RateTile key={i} indicator={i} counts={f.all} target={targetsOf(f, f.unit?.id ?? f.scheme.id)[i]} />)}</div>
            <Money figures={f} />
            <p className="note">{f.workers > 0 && !f.unit ? w.staffNote({ day: f.staffDay, workers: f.workers }) : w.staffNoteOnly({ day: f.staffDay })}</p>
            <div className="indicatorpictures"><MonthPicture figures={f} /><RankPicture figures={f} by={by} /></div>
            <Ranking figures={f} by={by} choose={(i) => asked.set({ by: i })} />
            <Groups figures={f} by={by} />
            <Kinds figures={f} />
            <Campaigns figures={f} />
          </div>
        </ListBase>
      ) : <Waiting lines={10} />}
    </DeskPage>
  );
}

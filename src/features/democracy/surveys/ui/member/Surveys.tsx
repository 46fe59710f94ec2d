import { Card, Chip, Empty, LoadedPages, type Output, PhonePage, Row, showTime, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../surveys.contract.ts';
import { words } from '../phone.words.ts';

type Asked = Output<typeof api.mine>['items'][number];

function Line({ s }: { s: Asked }) {
  const w = useWords(words);
  const language = useLocale();
  if (s.stage === 'open') return <Row icon="form" tint={s.given ? 'ok' : 'union'} to={`/surveys/${s.id}`} title={s.title} note={`${s.union} · ${w.minutes({ n: s.minutes })} · ${w.until({ time: showTime(s.closesAt, language) })}`} end={s.given ? <Chip kind="ok">{w.given}</Chip> : undefined} />;
  return (
    <>
      <Row icon="form" {...(s.results ? { to: `/surveys/${s.id}/results` } : {})} title={s.title} note={`${s.union} · ${w.until({ time: showTime(s.closesAt, language) })}`} end={s.stage === 'announced' ? <Chip>{w.coming}</Chip> : s.results ? <Chip kind="info">{w.seeResults}</Chip> : s.given ? <Chip>{w.closedGiven}</Chip> : undefined} />
      {s.tasks > 0 ? <Row icon="tasks" to={`/surveys/${s.id}/deeds`} title={w.seeDeeds} note={s.title} /> : null}
    </>
  );
}

/** Surveys that wait for me, and those before. */
export default function Surveys() {
  const w = useWords(words);
  const pages = usePages(api.mine, { limit: 30 });
  return (
    <PhonePage title={w.title}>
      <LoadedPages from={pages} empty={<Empty icon="form" title={w.none} hint={w.noneHint} />}>
        {(items) => {
          const open = items.filter((s) => s.stage === 'open');
          const rest = items.filter((s) => s.stage !== 'open');
          return (
            <>
              {open.length > 0 ? <Card title={w.waiting}>{open.map((s) => <Line key={s.id} s={s} />)}</Card> : null}
              {rest.length > 0 ? <Card title={w.past}>{rest.map((s) => <Line key={s.id} s={s} />)}</Card> : null}
            </>
          );
        }}
      </LoadedPages>
    </PhonePage>
  );
}

import { Card, Empty, type Input, LoadedPages, PhonePage, Row, showDate, useLocale, usePages, useSay, useWords } from '../../../../../web/kit/index.ts';
import { reviews } from '../../review.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import { VerdictChip } from '../both/Opinions.tsx';
import { words } from '../review-ui.words.ts';
import { words as titles } from '../screens.words.ts';

const ALL: Input<typeof reviews.waiting> = {};

/** What waits for my opinion as an expert, then what I gave. */
export default function Reviews() {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const say = useSay();
  const language = useLocale();
  const list = usePages(reviews.waiting, ALL);
  return (
    <PhonePage title={say(titles.reviews)}>
      <LoadedPages from={list} empty={<Card><Empty icon="tasks" title={w.nothing} hint={w.nothingHint} /></Card>}>
        {(items) => ([['waiting', items.filter((i) => i.waits)], ['given', items.filter((i) => !i.waits)]] as const).map(([key, some]) => (some.length === 0 ? null : (
          <Card key={key} title={w[key]}>
            {some.map((r) => (
              <Row key={`${r.id}/${r.round}`} icon={r.waits ? 'clock' : 'check'} tint={r.waits ? 'warn' : 'ok'} title={r.title} to={`/suggestions/reviews/${r.id}`}
                note={<>{r.verdict ? <><VerdictChip verdict={r.verdict} grade={r.grade} /> </> : null}{[`${sw.prefix} ${r.number}`, sw[`category_${r.category}`], r.waits ? w.askedOn({ date: showDate(r.askedAt, language) }) : showDate(r.givenAt ?? r.askedAt, language), r.round > 1 ? w.round_2 : ''].filter(Boolean).join(' · ')}</>} />
            ))}
          </Card>
        )))}
      </LoadedPages>
    </PhonePage>
  );
}

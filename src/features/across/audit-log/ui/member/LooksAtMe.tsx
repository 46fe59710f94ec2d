import { Card, Empty, LoadedPages, PhonePage, showTime, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../audit-log.contract.ts';
import { words } from '../audit-log-ui.words.ts';

/** Who looked at the own personal fields, and what for. */
export default function LooksAtMe() {
  const w = useWords(words);
  const looks = usePages(api.mine, {});
  return (
    <PhonePage title={w.mineTitle} up="/me">
      <p className="note">{w.mineAbout}</p>
      <LoadedPages from={looks} empty={<Empty icon="seen" title={w.mineNone} hint={w.mineNoneHint} />}>
        {(items) => items.map((l) => (
          <Card key={l.id} title={l.by} aside={showTime(l.at)}>
            <p>{l.sentence}</p>
            {l.union ? <p className="note">{l.union}</p> : null}
          </Card>
        ))}
      </LoadedPages>
    </PhonePage>
  );
}

import { useParams } from 'react-router';
import { Card, Chip, Empty, Loaded, PhonePage, showDay, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../surveys.contract.ts';
import { words } from '../phone.words.ts';
import '../surveys.css';

/** "You said, we did": what became of the answers. */
export default function Deeds() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const found = useCall(api.deeds, { id });
  return (
    <PhonePage title={w.deedsTitle} up="/surveys">
      <Loaded from={found}>
        {(d) => (d.items.length === 0 ? <Empty icon="tasks" title={w.deedsNone} hint={w.deedsNoneHint} /> : d.items.map((t) => (
          <Card key={t.id} title={t.title} aside={<Chip kind={t.state === 'done' ? 'ok' : 'info'}>{t.state === 'done' ? w.weDid : w.weDo}</Chip>}>
            <p><span className="note">{w.youSaid}</span><br />{t.finding}</p>
            {t.state === 'done' ? <p><span className="note">{w.weDid}</span><br />{t.answer}</p> : <><div className="svprogress"><i style={{ width: `${t.progress}%` }} /></div><p className="note">{t.progress}% · {w.due({ day: showDay(t.dueOn, language) })}</p></>}
            {t.owner ? <p className="note">{w.owner({ name: t.owner })}</p> : null}
          </Card>
        )))}
      </Loaded>
    </PhonePage>
  );
}

import { Link, useParams } from 'react-router';
import { Card, type Happening, Icon, Loaded, PhonePage, showDeadlineInFull, Timeline, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api as looking } from '../../looking.contract.ts';
import { api } from '../../suggestions.contract.ts';
import { words as suggestionWords } from '../../suggestions.words.ts';
import '../suggestions.css';
import { words } from '../writing-ui.words.ts';

/** It is handed in: number, who has it, what happens next and until when. */
export default function Sent() {
  const w = useWords(words);
  const sw = useWords(suggestionWords);
  const language = useLocale();
  const { id = '' } = useParams();
  const one = useCall(api.one, { id });
  const alike = useCall(looking.likenesses, { id }).data?.items.length ?? 0;
  return (
    <PhonePage title={w.sentTitle} up="/suggestions" foot={<><Link className="btn" to="/suggestions/new" replace>{w.another}</Link><Link className="btn primary" to={`/suggestions/${id}`} replace>{w.openIt}</Link></>}>
      <Loaded from={one} lines={6}>
        {(s) => {
          const items: Happening[] = [
            { key: 'review', now: true, what: w.next1({ union: s.union.name }), note: s.nextDue ? w.by({ time: showDeadlineInFull(s.nextDue, language) }) : null },
            { key: 'adopted', what: w.next2 }, { key: 'not', what: w.next3 },
          ];
          return (
            <>
              <Card className="sentcard">
                <span className="tick"><Icon name="check" size={32} /></span><h2>{w.sentTitle}</h2><p className="note">{s.title}</p>
                <dl><div><dt>{w.sentNumber}</dt><dd className="num">{sw.prefix} {s.number}</dd></div><div><dt>{w.sentWho}</dt><dd>{s.union.name}</dd></div></dl>
              </Card>
              {alike > 0 ? <p className="sugnote">{w.sentAlike({ n: alike })}</p> : null}
              <Card title={w.sentNext}><Timeline items={items} /></Card>
              <p className="note" style={{ textAlign: 'center' }}>{w.sentTold}</p>
            </>
          );
        }}
      </Loaded>
    </PhonePage>
  );
}

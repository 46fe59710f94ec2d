import { useState } from 'react';
import { Link } from 'react-router';
import { Card, Chip, Empty, Field, LoadedPages, PhonePage, showDate, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { mine } from '../../my.contract.ts';
import { Count, ItemChips, Resolution } from '../both/looks.tsx';
import { words } from '../phone.words.ts';

/** What sessions decided, for every worker. */
export default function Decisions() {
  const w = useWords(words);
  const language = useLocale();
  const [text, setText] = useState('');
  const list = usePages(mine.decided, text.trim() ? { text: text.trim() } : {});
  return (
    <PhonePage title={w.decisions}>
      <Card><Field label={w.find} type="search" maxLength={40} value={text} onChange={(e) => setText(e.target.value)} /></Card>
      <LoadedPages from={list} empty={<Card><Empty icon="law" title={w.decisionsNone} hint={w.decisionsHint} /></Card>}>
        {(items) => (
          <div className="sesmember">
            {items.map((i) => (
              <Card key={i.id}>
                <div className="sesitem"><span className="sesline"><ItemChips of={{ ...i, level: 'none' }} />{i.secret ? <Chip icon="lock">{w.secret}</Chip> : null}</span><h2 className="sesname">{i.title}</h2>{i.count ? <Count of={i.count} state={i.state} /> : null}<Resolution of={i} /><small className="note"><Link to={`/sessions/${i.sessionId}`}>{i.session}</Link> · {i.union}{i.decidedAt ? ` · ${showDate(i.decidedAt, language)}` : ''}</small></div>
              </Card>
            ))}
          </div>
        )}
      </LoadedPages>
    </PhonePage>
  );
}

import { useState } from 'react';
import { Card, Empty, errorAt, LoadedPages, type Output, PhonePage, refresh, showDate, tell, useAct, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import { Choices, Head } from '../both/Question.tsx';
import { Told } from '../both/Told.tsx';
import { words } from '../phone.words.ts';

type One = Output<typeof api.wrong>['items'][number];

function Again({ of: q }: { of: One }) {
  const w = useWords(words);
  const language = useLocale();
  const [given, setGiven] = useState<number[]>([]);
  const [tried, setTried] = useState<Output<typeof api.review> | null>(null);
  const { act, busy, refusal } = useAct(api.review, { after: (out) => { setTried(out); tell(out.correct ? w.tryRight : w.tryWrong, out.correct ? 'good' : 'bad'); if (out.correct) void refresh(api.today, api.past); } });
  if (tried) return <><Told of={tried.past} />{tried.correct ? null : <button type="button" className="btn wide" onClick={() => { setTried(null); setGiven([]); }}>{w.again}</button>}</>;
  return (
    <Card>
      <div className="dqask">
        <p className="dqtags num">{showDate(q.day, language)}</p><Head of={q} /><Choices of={q} value={given} onChange={setGiven} />
        {errorAt(refusal, 'given') ? <p className="note">{errorAt(refusal, 'given')}</p> : null}
        <button type="button" className="btn primary wide" disabled={busy || given.length === 0} onClick={() => act({ day: q.day, given })}>{w.again}</button>
      </div>
    </Card>
  );
}

/** What one got wrong, to be tried again; right, it leaves the list. */
export default function Wrong() {
  const w = useWords(words);
  const list = usePages(api.wrong, {});
  return (
    <PhonePage title={w.wrongBook} up="/daily">
      <LoadedPages from={list} empty={<Card><Empty icon="again" title={w.wrongNone} hint={w.wrongHint} /></Card>}>{(items) => <>{items.map((q) => <Again key={q.day} of={q} />)}</>}</LoadedPages>
    </PhonePage>
  );
}

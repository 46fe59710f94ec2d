import { useDeferredValue, useState } from 'react';
import { useParams } from 'react-router';
import { Card, Empty, Field, LoadedPages, PhonePage, Row, showDate, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { words as congressWords } from '../../congress.words.ts';
import { mine } from '../../my.contract.ts';
import '../congress.css';
import { words } from '../congress-ui.words.ts';

/** A term of my union with its delegates. */
export default function Delegates() {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const language = useLocale();
  const { id = '' } = useParams();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const term = useCall(mine.term, { id, limit: 1 });
  const list = usePages(mine.term, { id, limit: 50, ...(wanted ? { text: wanted } : {}) });
  const t = term.data;
  return (
    <PhonePage title={t?.body ?? w.title} up="/congress">
      {t ? <Card title={t.union}><p className="note num">{w.termOf({ n: t.number, from: showDate(t.beganOn, language), to: showDate(t.endsOn, language) })}</p><p className="num">{w.figures({ held: t.held, women: t.women, front: t.frontline })}</p></Card> : null}
      <div className="fields"><Field label={w.find} value={text} maxLength={30} onChange={(e) => setText(e.target.value)} /></div>
      <LoadedPages from={list} empty={<Empty icon="people" title={w.nobody} hint={w.nobodyHint} />}>{(items) => <Card>{items.map((d) => <Row key={d.id} icon="people" title={d.name} note={[d.constituency, d.delegation].filter(Boolean).join(' · ')} end={<small className="note">{kw[`post_${d.post}`]}</small>} />)}</Card>}</LoadedPages>
    </PhonePage>
  );
}

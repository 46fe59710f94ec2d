import { useId, useState } from 'react';
import { Card, FieldText, Icon, showTime, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import { words } from '../activities-ui.words.ts';
import type { Seen } from '../both/Look.tsx';

const FIVE = [1, 2, 3, 4, 5] as const;

/** Stars with a few words; shown filled in while it may be changed. */
export function Rate({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const name = useId();
  const [stars, setStars] = useState(a.rating?.stars ?? 0);
  const [comment, setComment] = useState(a.rating?.comment ?? '');
  const { act, busy } = useAct(api.rate, { done: w.rated, refreshes: [api.activity] });
  const open = a.may.includes('rate');
  return (
    <Card title={a.rating ? w.myRating : w.rateAsk}>
      <fieldset className="actstars" disabled={!open}>
        <legend className="unseen">{w.rateAsk}</legend>
        {FIVE.map((n) => <span key={n} className={n <= stars ? 'on' : ''}><input type="radio" name={name} aria-label={w.starsN({ n })} checked={stars === n} onChange={() => setStars(n)} /><Icon name="star" size={30} /></span>)}
      </fieldset>
      {open ? (
        <div className="fields">
          <FieldText label={w.comment} rows={2} maxLength={500} value={comment} onChange={(e) => setComment(e.target.value)} />
          <button type="button" className="btn primary wide" disabled={busy || stars === 0} onClick={() => act({ id: a.id, stars, comment })}>{w.sendRating}</button>
          {a.rating ? <p className="note">{w.rateUntil({ time: showTime(a.rating.until, language) })}</p> : null}
        </div>
      ) : <p>{a.rating?.comment}</p>}
    </Card>
  );
}

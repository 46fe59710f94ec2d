import { useState } from 'react';
import { Link } from 'react-router';
import { Card, Chip, errorAt, Field, type Output, showDate, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../looking.contract.ts';
import { words } from '../own-ui.words.ts';

type Like = Output<typeof api.likenesses>['items'][number];

function Contest({ id, like, close }: { id: string; like: Like; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState(like.text);
  const { act, busy, refusal } = useAct(api.contest, { done: w.contestDone, refreshes: [api.likenesses], after: close });
  return (
    <div className="fields">
      <Field label={w.contestText} hint={w.contestHint} maxLength={200} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <div className="sugacts"><button type="button" className="btn" onClick={close}>{w.cancel}</button><button type="button" className="btn primary" disabled={busy || text.trim().length < 4} onClick={() => act({ id, earlierId: like.id, text })}>{w.send}</button></div>
    </div>
  );
}

function One({ id, like }: { id: string; like: Like }) {
  const w = useWords(words);
  const language = useLocale();
  const [saying, setSaying] = useState(false);
  const standing = { found: w.standing_found, contested: w.standing_contested, cleared: w.standing_cleared, merged: w.standing_merged }[like.standing];
  return (
    <article className="alike">
      <b>{like.opens ? <Link to={`/suggestions/${like.id}`}>{like.title}</Link> : like.title}</b>
      <span className="sugstate"><Chip kind="warn">{w.score({ n: like.score })}</Chip><Chip kind={like.standing === 'cleared' ? 'ok' : 'info'}>{standing}</Chip><span>{like.stateWord}</span></span>
      <span className="note">{w.firstOn({ unit: like.unit, date: showDate(like.submittedOn, language) })}</span>
      {like.text && like.standing === 'contested' ? <p className="note">{w.yourWords({ text: like.text })}</p> : null}
      {saying ? <Contest id={id} like={like} close={() => setSaying(false)} /> : like.contests ? <div className="sugacts"><button type="button" className="btn" onClick={() => setSaying(true)}>{like.standing === 'contested' ? w.contestAgain : w.contest}</button></div> : null}
    </article>
  );
}

/** What was found like mine when it was handed in; I may say why mine differs until the reviewers have settled it. */
export function Likenesses({ id }: { id: string }) {
  const w = useWords(words);
  const found = useCall(api.likenesses, { id });
  if (!found.data || found.data.items.length === 0) return null;
  return <Card title={w.likenesses}>{found.data.items.map((like) => <One key={like.id} id={id} like={like} />)}</Card>;
}

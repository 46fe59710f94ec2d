import { Icon, showDate, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../activities-ui.words.ts';
import type { Seen } from './Look.tsx';

/** What people said about it, with the mean of their stars. */
export function Comments({ of }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const said = of.comments.filter((c) => c.comment !== '');
  return (
    <>
      <p className="actrow"><Icon name="star" size={20} /><b className="num">{w.ratingOf({ stars: (of.stars ?? 0).toFixed(1), n: of.ratings })}</b></p>
      {said.length > 0 ? <ul className="actsaid">{said.map((c) => <li key={`${c.at} ${c.name} ${c.comment}`}><b>{c.name}</b> <small className="num">{w.starsN({ n: c.stars })} · {showDate(c.at, language)}</small><p>{c.comment}</p></li>)}</ul> : null}
    </>
  );
}

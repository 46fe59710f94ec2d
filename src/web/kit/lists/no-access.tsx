import { Link } from 'react-router';
import { useWords } from '../language.ts';
import { Empty } from '../status.tsx';
import { words } from './lists.words.ts';

/** In place of a page that the person's offices do not open. */
export function NoAccess() {
  const w = useWords(words);
  return <div id="content" tabIndex={-1}><Empty page icon="lock" title={w.noAccess} hint={w.noAccessHint}><Link className="btn primary" to="/">{w.toWorkList}</Link></Empty></div>;
}

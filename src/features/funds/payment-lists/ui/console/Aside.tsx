import { Link } from 'react-router';
import { Icon, Loaded, refresh, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';
import '../payment-lists.css';
import { Actions } from './Actions.tsx';
import { Standing, Story } from './Standing.tsx';

/** A list beside the work list, with what can be done to it. */
export default function Aside({ id }: { id: string }) {
  const w = useWords(words);
  const list = useCall(api.list, { id }, { keepWhileChanging: true });
  useLive(() => void refresh(api.list));
  return (
    <Loaded from={list} lines={6}>
      {(l) => (
        <article className="aside" aria-label={l.title}>
          <h2 className="asidetitle"><Link to={`/payment-lists/${l.id}`}>{l.title}</Link><Link className="asideopen" to={`/payment-lists/${l.id}`} aria-label={w.open} title={w.open}><Icon name="next" size={16} /></Link></h2>
          <p className="note num">{l.number}</p>
          <Standing list={l} />
          <Story list={l} />
          <div className="payasideacts"><Actions list={l} /></div>
        </article>
      )}
    </Loaded>
  );
}

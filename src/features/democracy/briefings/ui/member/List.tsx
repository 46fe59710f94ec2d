import { Link, useSearchParams } from 'react-router';
import { Card, Chip, Empty, LoadedPages, PhonePage, showTime, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../briefings.contract.ts';
import { StateChip } from '../both/looks.tsx';
import { words } from '../briefings-ui.words.ts';

/** Briefings for me: to come and going on, or past with their minutes. */
export default function List() {
  const w = useWords(words);
  const language = useLocale();
  const [params, setParams] = useSearchParams();
  const when = params.get('when') === 'past' ? 'past' : 'coming';
  const list = usePages(api.list, { when });
  return (
    <PhonePage title={w.title}>
      <Card><div className="bracts">{(['coming', 'past'] as const).map((x) => <button key={x} type="button" className="btn" aria-pressed={when === x} onClick={() => setParams(x === 'past' ? { when: x } : {}, { replace: true })}>{w[x]}</button>)}</div></Card>
      <h2 className="unseen">{w[when]}</h2>
      <LoadedPages from={list} empty={<Card><Empty icon="hall" title={w.empty} hint={w.emptyHint} /></Card>}>
        {(items) => <div className="brcards">{items.map((b) => <Link key={b.id} className="card brcard" to={`/briefings/${b.id}`}><span className="brrow"><StateChip of={b.state} />{b.here ? <Chip kind="ok" icon="check">{w.here}</Chip> : null}</span><b>{b.title}</b><small className="num">{showTime(b.heldAt, language)} · {b.place}</small><small>{b.union}{b.questions > 0 ? ` · ${w.questionsN({ n: b.questions, answered: b.answered })}` : ''}</small></Link>)}</div>}
      </LoadedPages>
    </PhonePage>
  );
}

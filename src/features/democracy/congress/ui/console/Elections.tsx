import { Link } from 'react-router';
import { Card, Chip, Empty, LoadedPages, showDate, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { words as congressWords } from '../../congress.words.ts';
import { elections } from '../../elections.contract.ts';
import { words } from '../desk-ui.words.ts';
import type { Term } from './TermPage.tsx';

const KIND = { elected: 'ok', short: 'warn', void: 'late', dropped: 'quiet', open: 'info' } as const;
type Outcome = keyof typeof KIND;

/** Elections of a term, open ones first. */
export function Elections({ term: t }: { term: Term }) {
  const w = useWords(words);
  const kw = useWords(congressWords);
  const language = useLocale();
  const list = usePages(elections.list, { id: t.id });
  return (
    <LoadedPages from={list} empty={<Card><Empty icon="vote" title={w.noElections} hint={w.noElectionsHint} /></Card>}>{(items) => (
      <section className="panel congscroll"><table className="congtable" aria-label={w.tab_elections}>
        <thead><tr><th>{w.constituency}</th><th>{w.heldOn}</th><th className="r">{w.seats}</th><th className="r">{w.candidates}</th><th className="r">{w.present}</th><th className="r">{w.elected}</th><th>{w.outcome}</th></tr></thead>
        <tbody>{items.map((e) => (
          <tr key={e.id}><td><Link to={`/congress/elections/${e.id}`}>{e.constituency}</Link><br /><small className="note">{kw[`purpose_${e.purpose}`]}{e.round > 1 ? ` · ${w.round({ n: e.round })}` : ''}</small></td><td className="num">{showDate(e.heldOn, language)}</td><td className="r num">{e.seats}</td><td className="r num">{e.candidates}</td><td className="r num">{e.present === null ? '' : `${e.present}/${e.entitled}`}</td><td className="r num">{e.outcome === null ? '' : e.elected}</td>
            <td><Chip kind={KIND[(e.outcome ?? 'open') as Outcome]}>{kw[`outcome_${(e.outcome ?? (e.present === null ? 'open' : 'entered')) as Outcome}`]}</Chip></td></tr>
        ))}</tbody>
      </table></section>
    )}</LoadedPages>
  );
}

import { Basis, Chip, Facts, type Output, showList, showSentences, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { mine } from '../../elections.contract.ts';
import '../elections.css';
import { words } from '../phone.words.ts';

export type Result = NonNullable<Output<typeof mine.one>['contests'][number]['result']>;
const KIND = { elected: 'ok', short: 'warn', tie: 'warn', void: 'late' } as const;

/** What a vote came to: everybody's votes with the sum, what had to hold, the figures. */
export function ResultView({ of: r }: { of: Result }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <div className="elec">
      <p className="elecline"><Chip kind={KIND[r.outcome]} {...(r.outcome === 'elected' ? { icon: 'check' as const } : {})}>{w[`outcome_${r.outcome}`]}</Chip><span className="note">{w.seatsN({ n: r.seats })}</span></p>
      <ul className="elecvotes">
        {r.standings.map((s) => (
          <li key={`${s.id ?? ''}${s.name}`}>
            <span className="elecline"><b>{s.place}. {s.name}</b>{s.elected ? <Chip kind="ok" icon="check">{w.elected}</Chip> : null}<span className="num">{w.votesN({ n: s.for })}</span></span>
            <span className="elecbar"><i style={{ width: `${(100 * s.for) / Math.max(1, r.entitled)}%` }} /></span>
            <span className="note num">{s.worked}</span>
          </li>
        ))}
      </ul>
      {r.next ? <p className="note">{r.next.why === 'tie' ? w.nextTie({ names: showList(r.next.names, language), n: r.next.seats }) : w.nextShort({ names: showList(r.next.names, language), n: r.next.seats })}</p> : null}
      <ul className="elecvotes">{r.lines.map((l) => <li key={l.rule}><span>{l.rule}</span><b className="num" style={{ display: 'block' }}>{l.worked}</b></li>)}</ul>
      <Facts of={[[w.entitled, r.entitled], [w.present, r.present], [w.issued, r.issued], [w.returned, r.returned], [w.valid, r.valid], [w.invalid, r.invalid]]} />
      {r.basis.length > 0 ? <Basis>{showSentences(r.basis, language)}</Basis> : null}
    </div>
  );
}

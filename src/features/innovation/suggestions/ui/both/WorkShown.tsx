import { attachments, Chip, Facts, Icon, type Output, showDate, showMoney, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../suggestions.contract.ts';
import { words as workWords } from '../../work.words.ts';
import type { workApi } from '../../work.contract.ts';
import { words } from '../work-ui.words.ts';
import '../work.css';

export type Suggestion = Output<typeof api.one>;
export type Work = Output<typeof workApi.work>;
export type Benefit = Output<typeof workApi.benefit>;
type Claim = Benefit['claims'][number];

/** How the two apps give a part of a suggestion's page its suggestion; `again` asks for the page anew. */
export type Shown = { readonly suggestion: Suggestion; readonly again: () => void };

const addressOf = (id: string, small: boolean): string => (small ? attachments.thumbnail : attachments.open).path.replace(':id', id);
const STATE_KIND = { claimed: 'warn', verified: 'ok', refused: 'late', replaced: 'quiet' } as const;

/** The colour of a claim's state. */
export const claimKind = (state: Claim['state']) => STATE_KIND[state];

/** Who carries it out, when, what it became. */
export function WorkFacts({ suggestion: s, work }: { suggestion: Suggestion; work: Work }) {
  const w = useWords(words);
  const language = useLocale();
  const day = (d: string | null): string => (d === null ? '' : showDate(d, language));
  return (
    <>
      <Facts of={[
        [w.owner, s.owner ? s.owner.name : <span key="o" className="note">{w.noOwner}</span>],
        [w.planned, s.plannedFrom && s.plannedTo ? <span key="p">{w.span({ from: day(s.plannedFrom), to: day(s.plannedTo) })} {work.overdueDays > 0 ? <Chip kind="late" icon="late">{w.overdue({ n: work.overdueDays })}</Chip> : null}</span> : ''],
        [w.planText, s.plan ? <span key="t" className="worksaid">{s.plan}</span> : ''],
        [w.completedOn, day(s.completedOn)],
        [w.document, s.documentNumber ? <span key="d"><b className="num">{s.documentNumber}</b> {work.documentKindWord}</span> : ''],
        [w.documentOn, day(work.documentOn)], [w.standardisedOn, day(s.standardisedOn)],
      ]} />
      <Evidence of={work.evidence} />
    </>
  );
}

/** Pictures from before and after, each with what it shows. */
function Evidence({ of }: { of: Work['evidence'] }) {
  const w = useWords(words);
  const ww = useWords(workWords);
  if (of.length === 0) return null;
  return (
    <ul className="workshots" aria-label={w.evidence}>
      {of.map((e) => (
        <li key={e.file.id}><figure>
          <a href={addressOf(e.file.id, false)} target="_blank" rel="noreferrer">{e.file.image ? <img src={addressOf(e.file.id, true)} alt={e.label || ww[`shows_${e.shows}`]} loading="lazy" /> : <><Icon name="file" size={18} />{e.file.name}</>}</a>
          <figcaption>{ww[`shows_${e.shows}`]}{e.label && e.label !== ww[`shows_${e.shows}`] ? ` · ${e.label}` : ''}</figcaption>
        </figure></li>
      ))}
    </ul>
  );
}

/** How a claim was reckoned, in one line. */
export function useReckoned(): (r: NonNullable<Claim['reckoning']>) => string {
  const w = useWords(words);
  return (r) => w.reckoned({ what: r.what, before: r.before, after: r.after, unit: r.unit, price: showMoney(r.priceFen), times: r.times });
}

/** Claims, the latest first. */
export function Claims({ of }: { of: readonly Claim[] }) {
  const w = useWords(words);
  const language = useLocale();
  const reckoned = useReckoned();
  if (of.length === 0) return <p className="note">{w.noneYet}</p>;
  return (
    <ul className="worklines">
      {of.map((c) => (
        <li key={c.id}>
          <div className="workhead"><b className="num">{showMoney(c.verifiedFen ?? c.claimedFen)}</b><Chip kind={claimKind(c.state)}>{c.stateWord}</Chip></div>
          {c.verifiedFen !== null && c.verifiedFen !== c.claimedFen ? <span className="note num">{w.claimed} {showMoney(c.claimedFen)}</span> : null}
          {c.reckoning ? <span className="worksaid">{reckoned(c.reckoning)}</span> : null}
          <span className="worksaid">{c.basis}</span>
          <span className="note">{w.claimedLine({ name: c.claimedBy })} · {showDate(c.claimedAt, language)}{c.settledAt ? ` · ${w.settledLine({ name: c.settledBy })} · ${showDate(c.settledAt, language)}` : ''}</span>
          {c.text ? <blockquote className="worksaid">{c.text}</blockquote> : null}
          {c.state === 'claimed' && !c.windowOver ? <span className="note">{w.windowOpen}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Awards, the first first, with what each author gets. */
export function Awards({ of }: { of: Benefit['awards'] }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <ul className="worklines">
      {of.map((a) => (
        <li key={a.id}>
          <div className="workhead"><span><Chip kind="gold">{w.level({ n: a.level })}</Chip> {a.groundWord}</span><b className="num">{showMoney(a.amountFen)}</b></div>
          <span className="num">{a.paidBeforeFen > 0 ? `${w.paidBefore} ${showMoney(a.paidBeforeFen)} · ` : ''}{w.pays} {showMoney(a.paysFen)}</span>
          {a.shares.length > 1 ? <span className="note num">{a.shares.map((s) => `${s.name} ${showMoney(s.paysFen)}`).join(' · ')}</span> : null}
          <span className="worksaid">{a.reason}</span>
          <span className="note">{a.decidedBy} · {showDate(a.decidedAt, language)}{a.filedWith ? ` · ${w.filed({ union: a.filedWith })}` : ''}</span>
          {a.takenBackAt ? <Chip kind="late">{w.takenBack}</Chip> : null}
        </li>
      ))}
    </ul>
  );
}

import { attachments, Chip, Facts, type Output, showDate, showList, showMoney, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../savings.contract.ts';
import { words as savingWords } from '../../savings.words.ts';
import { words } from '../saving-ui.words.ts';

export type Seen = Output<typeof api.saving>;
type Row = Output<typeof api.mine>['items'][number];

/** How a state looks: counted is good, waiting neutral, refused late. */
export const stateKind = (state: string): 'ok' | 'info' | 'quiet' | 'late' => (state === 'counted' ? 'ok' : state === 'refused' ? 'late' : state === 'withdrawn' ? 'quiet' : 'info');

/** When it was made: a day, some days, or whole months. */
export function useMade(): (s: Pick<Row, 'monthly' | 'months' | 'madeFrom' | 'madeTo'>) => string {
  const w = useWords(words);
  const language = useLocale();
  return (s) => {
    if (s.monthly) return `${s.months === 1 ? s.madeFrom.slice(0, 7) : `${s.madeFrom.slice(0, 7)} – ${s.madeTo.slice(0, 7)}`} · ${w.monthsN({ n: s.months })}`;
    return s.madeFrom === s.madeTo ? showDate(s.madeFrom, language) : `${showDate(s.madeFrom, language)} – ${showDate(s.madeTo, language)}`;
  };
}

/** The facts of a saving: amount, reckoning, post, people. */
export function SavingFacts({ saving: s }: { saving: Seen }) {
  const w = useWords(words);
  const kw = useWords(savingWords);
  const made = useMade();
  const r = s.reckoning;
  return (
    <Facts of={[
      [w.printed, <span key="n" className="num">{kw.prefix} {s.number}</span>],
      [w.postOf, `${s.unit} · ${s.post}`],
      [w.made, <span key="m" className="num">{made(s)}</span>],
      [w.reckoning, r ? <span key="r" className="num">{w.reckoningIs(r)}</span> : s.reckoned],
      [w.claimed, <span key="c" className="num">{showMoney(s.claimedFen)}{s.monthly ? ` ${w.perMonth}` : ''}</span>],
      [w.people, showList(s.persons.map((p) => (s.persons.length === 1 ? p.name : `${p.name} ${showMoney(p.fen)}`)))],
      [w.doubleWord, s.doubleWord],
    ]} />
  );
}

/** What was written and the pictures. */
export function SavingText({ saving: s }: { saving: Seen }) {
  const w = useWords(words);
  return (
    <>
      {s.text ? <p className="savetext">{s.text}</p> : null}
      {s.files.length === 0 ? null : (
        <ul className="savephotos">
          {s.files.map((f) => <li key={f.id}><a href={attachments.open.path.replace(':id', f.id)} target="_blank" rel="noreferrer">{f.image ? <img src={attachments.thumbnail.path.replace(':id', f.id)} alt={w.photo({ name: f.name })} loading="lazy" /> : f.name}</a></li>)}
        </ul>
      )}
    </>
  );
}

/** The amount as it stands, large, with what it was before it was lowered. */
export function SavingAmount({ saving: s }: { saving: Seen }) {
  const w = useWords(words);
  const now = s.countedFen ?? s.verifiedFen ?? s.claimedFen;
  return (
    <div>
      <p className="saveamount num">{showMoney(s.totalFen)}</p>
      <p className="savechiprow"><Chip kind={stateKind(s.state)}>{s.stateWord}</Chip>{s.monthly ? <span className="note num">{w.comesToMonths({ each: showMoney(now), n: s.months, amount: showMoney(s.totalFen) })}</span> : null}</p>
      {now < s.claimedFen && s.state === 'counted' ? <p className="note num">{w.loweredFrom({ claimed: showMoney(s.claimedFen), counted: showMoney(now) })}</p> : null}
    </div>
  );
}

/** What happened to it, ending with what is waited for. */
export function SavingStory({ saving: s }: { saving: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const items = s.events.map((e) => ({ key: e.id, what: <><b>{e.by}</b> {e.word}{e.text ? <blockquote className="savesaid">{e.text}</blockquote> : null}</>, when: e.at }));
  const waits = s.state === 'entered' ? w.waits : s.state === 'withFinance' ? w.waitsFinance : null;
  return <Timeline items={[{ key: 'in', what: <><b>{s.author}</b> {w.handedIn}</>, note: <span className="num">{showDate(s.enteredOn, language)}</span> }, ...items, ...(waits ? [{ key: 'now', now: true, what: waits }] : [])]} />;
}

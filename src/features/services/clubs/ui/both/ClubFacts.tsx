import { Chip, Facts, type Output, showDate, showList, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../clubs.contract.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { words } from '../clubs-ui.words.ts';

export type Seen = Output<typeof api.club>;

/** How a state looks. */
export const stateKind = (state: string): 'ok' | 'info' | 'quiet' | 'late' | 'warn' => (state === 'active' ? 'ok' : state === 'declined' || state === 'dissolved' ? 'late' : state === 'suspended' ? 'warn' : state === 'withdrawn' ? 'quiet' : 'info');

/** The facts of a club. */
export function ClubFacts({ club: c }: { club: Seen }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const language = useLocale();
  return (
    <>
      <p className="clubline"><Chip kind={stateKind(c.state)}>{kw[`state_${c.state}`]}</Chip><Chip>{kw[`category_${c.category}`]}</Chip>{c.awards.map((a) => <Chip key={a.year} kind="gold" icon="medal">{w.won(a)}</Chip>)}</p>
      <Facts of={[
        [kw.columnNumber, <span key="n" className="num">{kw.prefix} {c.number}</span>], [kw.columnUnion, c.union], [w.leader, showList(c.roles.map((r) => `${kw[`role_${r.role}`]} ${r.name}`)) || c.leader],
        [w.members, <span key="m" className="num">{c.capacity === null ? w.membersOf({ n: c.members }) : w.membersOfLimit({ n: c.members, most: c.capacity })}{c.waiting > 0 ? ` · ${w.waitingN({ n: c.waiting })}` : ''}</span>],
        [w.meets, c.meets], [w.founded, c.foundedOn ? showDate(c.foundedOn, language) : ''], [w.gatherings, <span key="g" className="num">{w.yearN({ n: c.gatherings })}</span>], [w.rating, c.stars === null ? '' : <span key="s" className="num">{w.starsOf({ stars: c.stars, n: c.ratings })}</span>], [w.purpose, c.purpose],
      ]} />
      <details className="clubfold"><summary>{w.charter}</summary><p className="clubtext">{c.charter}</p></details>
    </>
  );
}

/** Who founds it and what each said. */
export function FounderList({ club: c }: { club: Seen }) {
  const w = useWords(words);
  return <ul className="clubticks">{c.founders.map((f) => <li key={f.personId} className="clubline"><b>{f.name}</b><small className="note">{f.unit}</small><Chip kind={f.state === 'confirmed' ? 'ok' : f.state === 'declined' ? 'late' : 'info'}>{w[`f_${f.state}`]}</Chip></li>)}</ul>;
}

/** What happened to it. */
export const ClubStory = ({ club: c }: { club: Seen }) => <Timeline items={c.events.map((e) => ({ key: e.id, what: <>{e.word}{e.text ? <p className="clubtext">{e.text}</p> : null}</>, when: e.at, note: e.by }))} />;

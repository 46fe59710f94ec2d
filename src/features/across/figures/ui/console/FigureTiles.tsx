import type { ReactNode } from 'react';
import { type Output, showNumber, showShare, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../figures.contract.ts';
import { words } from '../figures-ui.words.ts';
import { How } from './charts.tsx';

type Figures = Output<typeof api.figures>;
type Share = Figures['members']['women'];

function Tile({ title, how, value, aside }: { title: string; how: string; value: ReactNode; aside: ReactNode }) {
  return <div className="tile"><small>{title} <How>{how}</How></small><b className="num">{value}</b><i className="num">{aside}</i></div>;
}

/** The figures as numbers; every share with its numerator and denominator. */
export function FigureTiles({ figures: { members: m, letters: l } }: { figures: Figures }) {
  const w = useWords(words);
  const share = (s: Share): string => (s.of === 0 ? '—' : showShare(s.part / s.of));
  return (
    <div className="tiles figuretiles">
      <Tile title={w.members} how={w.membersHow({ reserved: m.reserved })} value={showNumber(m.members)} aside={w.membersOf({ unions: m.unions })} />
      <Tile title={w.joined} how={w.joinedHow} value={showNumber(m.joinedYear)} aside="" />
      <Tile title={w.women} how={w.womenHow(m.women)} value={share(m.women)} aside={w.ofMembers(m.women)} />
      <Tile title={w.unattached} how={w.unattachedHow(m.unattached)} value={share(m.unattached)} aside={w.ofMembers(m.unattached)} />
      <Tile title={w.letters} how={w.lettersHow(l)} value={showNumber(l.opened)} aside={w.lettersOf(l)} />
      <Tile title={w.inTime} how={w.inTimeHow(l.inTime)} value={share(l.inTime)} aside={l.inTime.of === 0 ? w.none : w.ofLetters(l.inTime)} />
      <Tile title={w.satisfied} how={w.satisfiedHow(l.satisfied)} value={share(l.satisfied)} aside={l.satisfied.of === 0 ? w.none : w.ofMembers(l.satisfied)} />
    </div>
  );
}

import { useState } from 'react';
import { Card, Icon, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import '../topics.css';
import { words } from '../topics-ui.words.ts';
import { LetterLines } from './LetterLines.tsx';

type Group = Output<typeof api.proposals>['items'][number];
const NONE: ReadonlySet<string> = new Set();
const CHANGED = [api.proposals] as const;
const FEW = 3;

const idsOf = (g: Group): string[] => g.letters.flatMap((l) => (l.id === null ? [] : [l.id]));

function Proposal({ group, gather, notSame, busy }: { group: Group; gather: () => void; notSame: () => void; busy: boolean }) {
  const w = useWords(words);
  const [all, setAll] = useState(false);
  const more = group.letters.length > FEW;
  return (
    <section className="proposal" aria-label={group.title}>
      <header>
        <h3>{group.title} <small>{w.proposedN({ n: group.letters.length })}</small></h3>
        <span className="topicacts">
          <button type="button" className="btn" onClick={gather}><Icon name="books" size={18} />{w.gatherThese}</button>
          <button type="button" className="btn" disabled={busy} onClick={notSame}>{w.notSame}</button>
        </span>
      </header>
      <LetterLines letters={all ? group.letters : group.letters.slice(0, FEW)} ticked={NONE} />
      {more ? <button type="button" className="btn plain" aria-expanded={all} onClick={() => setAll(!all)}>{all ? w.showFewer : w.showAll({ n: group.letters.length })}</button> : null}
    </section>
  );
}

/** Open letters that seem to speak of one matter, offered to be gathered; nothing is shown when there are none. */
export function Proposals({ unionId, gather }: { unionId: string | undefined; gather: (title: string, letterIds: readonly string[]) => void }) {
  const w = useWords(words);
  const list = useCall(api.proposals, unionId ? { unionId } : {}, { keepWhileChanging: true });
  const [put, setPut] = useState<readonly string[]>();
  const apart = useAct(api.apart, { refreshes: CHANGED });
  const together = useAct(api.together, { refreshes: CHANGED });
  const notSame = async (ids: readonly string[]): Promise<void> => {
    if ((await apart.actNow({ ids: [...ids] })) !== undefined) setPut(ids);
  };
  const undo = (ids: readonly string[]): void => { together.act({ ids: [...ids] }); setPut(undefined); };
  const groups = list.data?.items ?? [];
  if (groups.length === 0 && !put) return null;
  return (
    <Card title={w.proposed} aside={w.proposedHint}>
      {put ? <p className="undoline" role="status"><span>{w.didApart}</span><button type="button" className="btn plain" onClick={() => undo(put)}>{w.undo}</button></p> : null}
      {groups.map((g) => <Proposal key={idsOf(g).join()} group={g} busy={apart.busy} gather={() => gather(g.title, idsOf(g))} notSame={() => void notSame(idsOf(g))} />)}
    </Card>
  );
}

import { Link } from 'react-router';
import { Chip, Deadline, Facts, Loaded, Timeline, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../worklist.contract.ts';
import { words } from '../worklist-ui.words.ts';

/** A case of a process whose part brings no panel: where it stands, what happened, and the way to its page. */
export function PlainAside({ process, id }: { process: string; id: string }) {
  const w = useWords(words);
  const item = useCall(api.item, { process, id }, { keepWhileChanging: true });
  return (
    <Loaded from={item} lines={6}>
      {(i) => (
        <article className="plainaside" aria-label={i.title}>
          <div className="chiprow"><Chip kind="info">{i.processTitle}</Chip>{i.privacyWord ? <Chip>{i.privacyWord}</Chip> : null}</div>
          <h2>{i.title}</h2>
          <Facts of={[
            [w.number, <span key="n" className="num">{i.number}</span>], [w.origin, i.author ? `${i.origin} · ${i.author}` : i.origin], [w.stands, i.stateWord],
            [w.assignee, i.givenToMe ? w.me : (i.assignee ?? i.union)], [w.due, i.nextDue ? <Deadline key="d" due={i.nextDue} /> : ''],
          ]} />
          <Timeline items={i.story.map((s) => ({ key: s.id, what: <><b>{s.by}</b> {s.word}{s.text ? <span className="note"><br />{s.text}</span> : null}</>, when: s.at }))} />
          <Link className="btn primary wide" to={i.path}>{w.open}</Link>
        </article>
      )}
    </Loaded>
  );
}

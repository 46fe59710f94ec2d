import { Button, Drawer } from 'antd';
import { ask, Card, Chip, Empty, LoadedPages, type Output, showTime, useAct, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rules.contract.ts';
import { words } from '../rules-ui.words.ts';
import { type Line, Standing } from './Standing.tsx';

type Decision = Output<typeof api.history>['items'][number];

const spanOf = (w: ReturnType<typeof useWords<typeof words>>, d: { from: string; to: string | null }): string =>
  d.to === null ? w.since({ from: d.from }) : w.span({ from: d.from, to: d.to });

function Decided({ decision, mayEnd, end }: { decision: Decision; mayEnd: boolean; end: () => void }) {
  const w = useWords(words);
  return (
    <Card title={<span className="num">{decision.said}</span>} aside={decision.withdrawn ? w.withdrawn : spanOf(w, decision)}>
      <p>{decision.document}{decision.article ? ` · ${decision.article}` : ''}</p>
      <p className="note">{decision.place} · {w.by({ name: decision.by })} · {showTime(decision.decidedAt)}</p>
      {decision.endedAt ? <p className="note">{w.endedBy({ name: decision.endedBy ?? '' })} · {showTime(decision.endedAt)}</p> : null}
      {decision.note ? <p>{decision.note}</p> : null}
      {mayEnd ? <Button size="small" onClick={end}>{w.end}</Button> : null}
    </Card>
  );
}

/** What was ever decided about a number, and what stands at other levels. */
export function History({ line, unionId, today, close }: { line: Line; unionId: string; today: string; close: () => void }) {
  const w = useWords(words);
  const decisions = usePages(api.history, { param: line.param, unionId });
  const ending = useAct(api.end, { done: w.ended, refreshes: [api.book, api.history] });
  const endable = new Set([line.now, ...line.later, ...line.others].filter((r) => r?.may.includes('end')).map((r) => r?.id));
  const end = async (id: string): Promise<void> => {
    if (await ask({ title: w.endAsk, text: w.endHint, yes: w.end, danger: true })) ending.act({ id, on: today });
  };
  return (
    <Drawer open title={w.historyOf({ title: line.title })} onClose={close} size={480} destroyOnHidden>
      <div className="rulehistory">
        <LoadedPages from={decisions} empty={<Empty icon="law" title={w.historyNone} hint={w.historyNoneHint} />}>
          {(items) => items.map((d) => <Decided key={d.id} decision={d} mayEnd={endable.has(d.id) && d.endedAt === null} end={() => void end(d.id)} />)}
        </LoadedPages>
        {line.others.length > 0 ? (
          <>
            <h3>{w.others}</h3>
            {line.others.map((r) => (
              <p key={r.id} className="ruleother"><Chip>{r.place}</Chip> <b className="num">{r.said}</b> <span className="note">{r.basis} · {spanOf(w, r)}</span> <Standing rule={r} /></p>
            ))}
          </>
        ) : null}
      </div>
    </Drawer>
  );
}

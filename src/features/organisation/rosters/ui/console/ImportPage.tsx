import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Basis, Card, DeskPage, Loaded, type Output, showDay, showNumber, StepBar, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../rosters.contract.ts';
import { words } from '../roster-ui.words.ts';
import '../rosters.css';
import { Columns } from './Columns.tsx';
import { StateChip } from './Imports.tsx';
import { Offers } from './Offers.tsx';
import { RowsTable } from './RowsTable.tsx';

type View = Output<typeof api.import>;
const WORKING: readonly string[] = ['checking', 'running', 'undoing'];
const AT: Readonly<Record<string, number>> = { read: 0, checking: 1, previewed: 1, running: 2, failed: 2 };

function Actions({ of }: { of: View }) {
  const w = useWords(words);
  const refreshes = [api.import, api.rows, api.list];
  const confirm = useAct(api.confirm, { done: w.confirmed, refreshes });
  const cancel = useAct(api.cancel, { done: w.cancelled, refreshes });
  const undo = useAct(api.undo, { done: w.undoBegun, refreshes });
  const written = of.result.added + of.result.updated;
  const bad = of.counts.rejected + of.counts.elsewhere;
  const confirmNow = async (): Promise<void> => {
    if (await ask({ title: w.confirmTitle({ n: of.takes, union: of.union.name }), text: w.confirmText({ rejected: bad }), yes: w.confirm({ n: of.takes }) })) confirm.act({ id: of.id, people: of.takes });
  };
  const cancelNow = async (): Promise<void> => {
    if (await ask({ title: w.cancelTitle, text: written > 0 || of.state === 'running' ? w.cancelRunning({ n: written }) : w.cancelText, yes: w.cancel, no: w.keepOn, danger: true })) cancel.act({ id: of.id });
  };
  const undoNow = async (): Promise<void> => {
    if (await ask({ title: w.undoTitle, text: w.undoText, yes: w.undo, danger: true })) undo.act({ id: of.id });
  };
  return (
    <>
      {of.may.includes('undo') ? <button type="button" className="btn" disabled={undo.busy} onClick={() => void undoNow()}>{w.undo}</button> : null}
      {of.may.includes('cancel') ? <button type="button" className="btn" disabled={cancel.busy} onClick={() => void cancelNow()}>{w.cancel}</button> : null}
      {of.may.includes('goOn') ? <button type="button" className="btn primary" disabled={confirm.busy} onClick={() => confirm.act({ id: of.id, people: of.takes })}>{w.goOn}</button> : null}
      {of.may.includes('confirm') ? <button type="button" className="btn primary" disabled={confirm.busy} onClick={() => void confirmNow()}>{w.confirm({ n: of.takes })}</button> : null}
    </>
  );
}

/** The live bar: how far the present work is. */
function Working({ of }: { of: View }) {
  const w = useWords(words);
  const share = of.total === 0 ? 0 : Math.min(100, Math.round((100 * of.done) / of.total));
  const title = of.state === 'checking' ? w.checking : of.state === 'running' ? w.running : w.undoing;
  return (
    <Card>
      <div className="rosterwork">
        <div className="head"><b>{title}</b><span className="num">{w.progress({ done: showNumber(of.done), total: showNumber(of.total) })}</span></div>
        <div className="rosterbar" role="progressbar" aria-label={title} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share}><i style={{ width: `${share}%` }} /></div>
        <p className="note">{w.leave}</p>
      </div>
    </Card>
  );
}

const Tile = ({ name, n, kind = '', note }: { name: string; n: number; kind?: string; note?: string | undefined }) => (
  <div className="tile"><small>{name}</small><b className={`num ${kind}`}>{showNumber(n)}</b>{note ? <i>{note}</i> : null}</div>
);

function Tiles({ of }: { of: View }) {
  const w = useWords(words);
  const { counts, result } = of;
  const written = of.state !== 'previewed' && result.added + result.updated + result.same > 0;
  const [added, updated, same, elsewhere, rejected] = written ? [result.added, result.updated, result.same, result.elsewhere, result.rejected] : [counts.new, counts.update, counts.same, counts.elsewhere, counts.rejected];
  return (
    <div className="tiles">
      <Tile name={written ? w.added : w.willAdd} n={added} />
      <Tile name={written ? w.updated : w.willUpdate} n={updated} />
      <Tile name={w.willSame} n={same} />
      <Tile name={w.elsewhere} n={elsewhere} />
      <Tile name={w.rejected} n={rejected} kind={rejected > 0 ? 'late' : ''} />
    </div>
  );
}

function Lists({ of, reason, choose }: { of: View; reason: string | null; choose: (reason: string | null) => void }) {
  const w = useWords(words);
  return (
    <div className="rosterlists">
      {of.reasons.length > 0 ? (
        <Card title={w.reasons}>
          <ul>
            {reason !== null ? <li><button type="button" onClick={() => choose(null)}><b>{w.allReasons}</b></button></li> : null}
            {of.reasons.map((r) => <li key={r.reason}><button type="button" aria-pressed={reason === r.reason} onClick={() => choose(reason === r.reason ? null : r.reason)}><span><b>{r.field}</b> {r.sentence}</span><span className="num">{r.count}</span></button></li>)}
          </ul>
        </Card>
      ) : null}
      {of.units.length > 0 ? <Card title={w.units}><ul>{of.units.map((u) => <li key={u.id}><b>{u.name}</b><span className="num">{showNumber(u.count)}</span></li>)}</ul></Card> : null}
    </div>
  );
}

function Body({ of }: { of: View }) {
  const w = useWords(words);
  const [reason, setReason] = useState<string | null>(null);
  const seen = of.counts.people > 0 && of.state !== 'checking';
  return (
    <div className="rosterpage">
      {['read', 'checking', 'previewed', 'running', 'done', 'failed'].includes(of.state) ? <StepBar steps={[w.stepRead, w.stepPreview, w.stepImport, w.stepDone]} at={AT[of.state] ?? 4} /> : null}
      {WORKING.includes(of.state) ? <Working of={of} /> : null}
      {of.state === 'failed' ? <Basis>{w.failed}</Basis> : null}
      {of.result.kept > 0 || of.state === 'undone' ? <Basis>{w.undoneLine({ taken: of.result.taken, restored: of.result.restored, kept: of.result.kept })}</Basis> : null}
      {seen ? <Tiles of={of} /> : null}
      {seen ? <p className="note">{[of.counts.warned > 0 ? w.warned({ n: showNumber(of.counts.warned) }) : '', of.counts.skipped > 0 ? w.skipped({ n: of.counts.skipped }) : '', of.erased ? w.erased : w.undoUntil({ day: showDay(of.eraseAt) })].filter((t) => t !== '').join(' · ')}</p> : null}
      {of.state === 'read' ? <Columns of={of} /> : null}
      {of.state === 'done' ? <Offers id={of.id} /> : null}
      {seen ? <Lists of={of} reason={reason} choose={setReason} /> : null}
      {seen && !of.erased ? <RowsTable key={reason ?? ''} of={of} reason={reason} /> : null}
      {of.state === 'previewed' ? <Columns of={of} /> : null}
    </div>
  );
}

/** One import: its columns, its preview, its progress, its report, its undoing. */
export default function ImportPage() {
  const { id = '' } = useParams();
  const [open, setOpen] = useState(true);
  const one = useCall(api.import, { id }, open ? { every: 1000 } : {});
  const working = one.data === undefined || WORKING.includes(one.data.state);
  if (working !== open) setOpen(working);
  return (
    <Loaded from={one}>
      {(i) => (
        <DeskPage title={i.fileName} about={<>{i.union.name} · {i.author} <StateChip of={i} /></>} actions={<Actions of={i} />}><Body of={i} /></DeskPage>
      )}
    </Loaded>
  );
}

import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ask, Card, Chip, DeskPage, Empty, errorAt, Field, Icon, Loaded, type Output, RefusedByServer, saveFile, showDay, showShare, tell, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words as texts } from '../../proposals.words.ts';
import { StateChip } from '../both/looks.tsx';
import { words } from '../desk-ui.words.ts';
import { CallForm } from './CallForm.tsx';

export type ReportOut = Output<typeof desk.report>;
export const saveSheet = (saving: Promise<void>): void => void saving.catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
/** A share of thousandths in words; a dash where there is nothing to share. */
export const shareOf = (n: number | null, none: string): string => (n === null ? none : showShare(n / 1000));

function Tiles({ of: f }: { of: ReportOut['figures'] }) {
  const w = useWords(words);
  const share = (n: number | null): string => shareOf(n, w.noShare);
  const tiles: readonly (readonly [string, string, string])[] = [
    [w.tile_submitted, String(f.submitted), w.others({ merged: f.merged, suggestion: f.suggestion, rejected: f.rejected, waiting: f.waiting })], [w.tile_filed, String(f.filed), `${share(f.filedShare)} ${w.of_decided({ n: f.decided })}`], [w.tile_answered, String(f.answered), `${share(f.answeredShare)} ${w.of_assigned({ n: f.assigned })}`],
    [w.tile_inTime, share(f.inTimeShare), w.of_answered({ n: f.answered })], [w.tile_satisfied, share(f.satisfiedShare), w.of_rated({ n: f.rated })], [w.tile_done, share(f.doneShare), w.of_filed({ n: f.filed })],
  ];
  return <div className="tiles proptiles">{tiles.map(([name, value, note]) => <div className="tile" key={name}><small>{name}</small><b className="num">{value}</b><i>{note}</i></div>)}</div>;
}

function Table({ of: items }: { of: ReportOut['items'] }) {
  const w = useWords(words);
  const t = useWords(texts);
  return (
    <Card>
      <div className="propscroll">
        <table className="proptable">
          <thead><tr>{[w.colTitle, w.colMover, w.colDecision, w.colDepartment, w.colSatisfaction, w.colOutcome, w.colState].map((x) => <th key={x} scope="col">{x}</th>)}</tr></thead>
          <tbody>{items.map((p) => (
            <tr key={p.id}>
              <td><Link to={`/proposals/${p.id}`}>{p.title}</Link><br /><small className="propnote num">{p.number}</small>{p.hot ? <> <Chip kind="gold" icon="star">{w.hot}</Chip></> : null}</td>
              <td>{p.mover}</td><td>{p.decision ? t[`decision_${p.decision}`] : ''}</td><td>{p.department}</td><td>{p.satisfaction ? t[`satisfaction_${p.satisfaction}`] : ''}</td><td>{p.outcome ? t[`outcome_${p.outcome}`] : ''}</td><td><StateChip of={p} /></td>
            </tr>
          ))}</tbody>
        </table>
      </div>
    </Card>
  );
}

function Reported({ id, close }: { id: string; close: () => void }) {
  const w = useWords(words);
  const [to, setTo] = useState('');
  const { act, busy, refusal } = useAct(desk.reported, { done: w.reportedDone, refreshes: [desk.report, desk.collections], after: close });
  const send = async (): Promise<void> => { if (await ask({ title: w.sayReported, text: w.reportedAsk, yes: w.sayReported })) act({ id, to }); };
  return (
    <Card title={w.sayReported}>
      <form className="propform" onSubmit={(e) => { e.preventDefault(); void send(); }}>
        <Field label={w.reportedWhere} hint={w.sessionHint} maxLength={60} value={to} error={errorAt(refusal, 'to')} onChange={(e) => setTo(e.target.value)} />
        <div className="propacts"><button type="submit" className="btn primary" disabled={busy || to.trim().length < 2}>{w.sayReported}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
      </form>
    </Card>
  );
}

function Shown({ of: r, doing, close }: { of: ReportOut; doing: 'edit' | 'reported' | null; close: () => void }) {
  const w = useWords(words);
  const language = useLocale();
  const c = r.collection;
  return (
    <div className="propdesk">
      <p className="proprow"><Chip kind={c.stage === 'open' ? 'union' : 'quiet'}>{w[`stage_${c.stage}`]}</Chip><span className="propnote num">{c.body} · {w.window({ opens: showDay(c.opensOn, language), closes: showDay(c.closesOn, language) })} · {w.sessionOn} {showDay(c.sessionOn, language)}</span>{c.reportedOn ? <Chip kind="ok" icon="check">{w.reportedTo({ to: c.reportedTo })}</Chip> : null}</p>
      {doing === 'edit' ? <CallForm terms={[]} of={c} close={close} /> : null}
      {doing === 'reported' ? <Reported id={c.id} close={close} /> : null}
      <Tiles of={r.figures} />
      {r.items.length === 0 ? <Card><Empty icon="form" title={w.empty} hint={w.emptyHint} /></Card> : <Table of={r.items} />}
    </div>
  );
}

/** What became of the proposals of a session: figures, each proposal, to be printed for the next session. */
export default function Report() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const report = useCall(desk.report, { id });
  const [doing, setDoing] = useState<'edit' | 'reported' | null>(null);
  const may = (what: string): boolean => report.data?.may.includes(what) === true;
  const actions = (
    <>
      {may('change') ? <button type="button" className="btn" onClick={() => setDoing('edit')}><Icon name="edit" size={18} />{w.edit}</button> : null}
      {may('rewards') ? <Link className="btn" to={`/proposal-collections/${id}/rewards`}><Icon name="gift" size={18} />{w.rewards}</Link> : null}
      {may('export') ? <button type="button" className="btn" onClick={() => saveSheet(saveFile(desk.exportReport, { id }, 'proposals.xlsx'))}><Icon name="download" size={18} />{w.export}</button> : null}
      <Link className="btn" to={`/proposal-collections/${id}/paper`}><Icon name="print" size={18} />{w.print}</Link>
      {may('reported') ? <button type="button" className="btn primary" onClick={() => setDoing('reported')}><Icon name="check" size={18} />{w.sayReported}</button> : null}
    </>
  );
  return <DeskPage title={report.data?.collection.session ?? w.report} actions={actions}><Loaded from={report} lines={8}>{(r) => <Shown of={r} doing={doing} close={() => setDoing(null)} />}</Loaded></DeskPage>;
}

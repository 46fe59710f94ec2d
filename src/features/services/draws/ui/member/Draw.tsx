import { useParams } from 'react-router';
import { ask, Card, Chip, Facts, Icon, Loaded, type Output, PhonePage, Row, saveFile, showDay, showSpan, showTime, tell, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../draws.contract.ts';
import { CheckIt } from '../both/CheckIt.tsx';
import { Marks } from '../both/Marks.tsx';
import { PrizeRow } from '../both/PrizeRow.tsx';
import { STAGE_CHIP, words } from '../phone.words.ts';
import '../draws.css';

type One = Output<typeof api.one>;

function About({ of }: { of: One }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <Card title={of.title} className="drawabout">
      <p><Chip kind={STAGE_CHIP[of.stage]}>{w[`stage_${of.stage}`]}</Chip> <span className="note">{of.union} · {w.entrants({ n: of.entrants })}</span></p>
      {of.offWhy ? <p className="note">{w.offWhy({ why: of.offWhy })}</p> : null}
      {of.againOf ? <Row icon="again" title={w.againOf({ why: of.why })} note={w.seeOld} to={`/draws/${of.againOf}`} /> : null}
      {of.next ? <Row icon="again" title={w.seeNew} to={`/draws/${of.next}`} /> : null}
      {of.about ? <p className="drawlines">{of.about}</p> : null}
      {of.prizes.map((p) => <PrizeRow key={p.name} of={p} />)}
      <Facts of={[
        [w.who, of.who], [w.time, showSpan(of.opensAt, of.closesAt, language)], [w.pick, of.handOverTo ? w.until({ time: showDay(new Date(Date.parse(of.handOverTo) - 1), language) }) : ''], [w.place, of.place],
        [w.source, of.source === 'drand' ? w.source_drand : w.source_witnesses({ all: of.witnesses.length, need: of.need })],
      ]} />
    </Card>
  );
}

function Mine({ of }: { of: One }) {
  const w = useWords(words);
  const language = useLocale();
  if (of.mine === null) return null;
  const { state, rank, prize, claimId } = of.mine;
  const total = of.prizes.reduce((n, p) => n + p.count, 0);
  const chip = state === 'entered' ? w.mine_entered : state === 'waiting' ? w.mine_waiting : state === 'taken' ? w.mine_taken : state === 'handed' ? w.mine_handed : w.mine_over;
  return (
    <Card title={w.mine}>
      <p><Chip kind={prize ? 'gold' : 'info'}>{chip}</Chip>{rank === null ? null : <span className="note"> {w.myRank({ rank, all: of.entrants })}</span>}</p>
      {prize ? <p className="drawsum ok">{w.won({ prize })}</p> : state === 'waiting' && rank !== null ? <p>{w.wait({ place: Math.max(1, rank - total) })}</p> : null}
      {of.stage === 'frozen' && of.dueAt ? <p className="note">{of.source === 'drand' ? w.frozenDrand({ time: showTime(of.dueAt, language) }) : w.frozenWait({ time: showTime(of.dueAt, language) })}</p> : null}
      {prize && state === 'taken' ? <Row icon="qr" tint="union" title={w.code} to={`/places/${claimId}`} /> : null}
      {of.token ? (
        <>
          <Marks of={[[w.token, of.token]]} />
          <p className="note">{w.tokenHint}</p>
          <div className="drawacts"><button type="button" className="btn wide" onClick={() => void saveFile(api.entry, { id: of.id }, `${w.proofFile}.json`)}><Icon name="download" size={18} />{w.proof}</button></div>
        </>
      ) : null}
    </Card>
  );
}

function Result({ of }: { of: One }) {
  const w = useWords(words);
  if (of.drawnAt === null) return null;
  return (
    <>
      <Card title={of.stage === 'off' ? w.winnersVoid : w.winners}>
        <CheckIt id={of.id} notice={of.marks.notice} />
        {of.source === 'drand' ? <p className="note">{w.drandHint}</p> : null}
        {of.winners.map((x) => <Row key={x.rank} title={<><span className="num">{x.rank}.</span> {x.name}</>} note={x.prize} end={x.mine ? <Chip kind={of.stage === 'off' ? 'quiet' : 'gold'}>{w.you}</Chip> : undefined} />)}
      </Card>
      <Card title={w.downloads}>
        <div className="drawacts">
          <button type="button" className="btn wide" onClick={() => void saveFile(api.result, { id: of.id }, `${w.resultFile}.json`)}><Icon name="download" size={18} />{w.downloadResult}</button>
          <button type="button" className="btn wide" onClick={() => void saveFile(api.verifier, {}, `${w.verifierFile}.html`)}><Icon name="download" size={18} />{w.downloadVerifier}</button>
        </div>
      </Card>
    </>
  );
}

function Open({ of }: { of: One }) {
  const w = useWords(words);
  return (
    <>
      {of.witnesses.length === 0 ? null : (
        <Card title={w.witnesses}>
          {of.witnesses.map((x) => <Row key={x.no} title={x.name} end={<Chip kind={x.revealed ? 'ok' : x.committed ? 'info' : 'quiet'}>{x.revealed ? w.shown : x.committed ? w.sealed : w.notSealed}</Chip>} />)}
          {of.witness ? <Row icon="seen" tint="warn" title={w.witness} to={`/draws/${of.id}/witness`} /> : null}
        </Card>
      )}
      <Card title={w.marks}>
        <p className="note">{w.marksHint}</p>
        <Marks of={[[w.markRules, of.marks.rules], [w.markNotice, of.marks.notice], [w.markFile, of.marks.file]]} />
      </Card>
      {of.terms.length === 0 ? null : <Card title={w.terms}><ul className="drawlist">{of.terms.map((t) => <li key={t} className="drawlines">{t}</li>)}</ul></Card>}
    </>
  );
}

/** One draw: what there is, the own entry, the result, and everything to check it with. */
export default function Draw() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(api.one, { id });
  const enter = useAct(api.enter, { refreshes: [api.one, api.list], done: w.entered });
  const leave = useAct(api.leave, { refreshes: [api.one, api.list], after: () => tell(w.left) });
  const may = one.data?.may ?? [];
  const foot = may.includes('enter') ? <button type="button" className="btn primary wide" disabled={enter.busy} onClick={() => enter.act({ id })}>{w.enter}</button>
    : may.includes('leave') ? <button type="button" className="btn wide" disabled={leave.busy} onClick={() => void ask({ title: w.leaveAsk, text: w.leaveHint }).then((yes) => { if (yes) leave.act({ id }); })}>{w.leave}</button> : undefined;
  return (
    <PhonePage title={w.title} up="/draws" foot={foot}>
      <Loaded from={one}>
        {(d) => (
          <div className="drawlist">
            <About of={d} />
            {d.bar !== null && d.mine === null ? <Card><p className="note">{w[`bar_${d.bar as 'notMember'}`] ?? ''}</p></Card> : null}
            <Mine of={d} />
            <Result of={d} />
            <Open of={d} />
          </div>
        )}
      </Loaded>
    </PhonePage>
  );
}

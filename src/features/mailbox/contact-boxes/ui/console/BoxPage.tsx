import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { attachments, Card, Chip, DeskPage, Empty, Facts, Icon, Loaded, Row, showDate, showTime, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { StandingChip } from '../both/StandingChip.tsx';
import { words } from '../box-ui.words.ts';
import '../boxes.css';
import { BoxForm, type BoxSeen, CorrectForm, OpeningForm, ReasonForm } from './BoxForms.tsx';

type OpeningSeen = BoxSeen['log'][number];
type Step = { readonly of: 'log' | 'amend' | 'retire' } | { readonly of: 'correct' | 'settle'; readonly opening: OpeningSeen } | null;

function Pictures({ files }: { files: OpeningSeen['files'] }) {
  const at = (path: string, id: string): string => path.replace(':id', id);
  if (files.length === 0) return null;
  return <ul className="boxphotos">{files.map((f) => <li key={f.id}><a href={at(attachments.open.path, f.id)} target="_blank" rel="noreferrer">{f.image ? <img src={at(attachments.thumbnail.path, f.id)} alt={f.name} loading="lazy" /> : f.name}</a></li>)}</ul>;
}

function Opening({ box, opening: o, step }: { box: BoxSeen; opening: OpeningSeen; step: (s: Step) => void }) {
  const w = useWords(words);
  const language = useLocale();
  const go = useNavigate();
  return (
    <article className="boxopening">
      <header><b>{showTime(o.openedAt, language)}</b><span>{w.byTwo({ a: o.openedBy, b: o.witness })}</span><span className="note">{w.loggedBy({ name: o.loggedBy })}</span></header>
      <p className="boxchips"><Chip kind="info">{w.foundN({ n: o.found })}</Chip> {o.found > 0 ? <Chip kind={o.waiting > 0 ? 'warn' : 'ok'}>{o.waiting > 0 ? w.toKeyN({ n: o.waiting }) : w.keyedN({ n: o.keyed })}</Chip> : null} {o.sealIntact ? null : <Chip kind="late">{w.sealBroken}</Chip>}</p>
      {o.leftWhy === null ? null : <p>{w.leftWhy({ n: o.found - o.keyed, why: o.leftWhy })}</p>}
      {o.note ? <p>{o.note}</p> : null}
      {o.before.map((b) => <p key={b.at} className="note">{w.was({ n: b.found, seal: b.sealIntact ? w.seal : w.sealBroken, b: b.witness, why: b.why })}</p>)}
      <Pictures files={o.files} />
      {o.may.length === 0 ? null : (
        <p className="boxacts">
          {o.may.includes('keyIn') ? <button type="button" className="btn primary" onClick={() => void go(`/contact-boxes/${box.id}/key/${o.id}`)}><Icon name="edit" size={18} />{w.keyIn}</button> : null}
          {o.may.includes('settle') ? <button type="button" className="btn" onClick={() => step({ of: 'settle', opening: o })}>{w.settle}</button> : null}
          {o.may.includes('correct') ? <button type="button" className="btn plain" onClick={() => step({ of: 'correct', opening: o })}>{w.correct}</button> : null}
        </p>
      )}
    </article>
  );
}

function Forms({ box, step, close }: { box: BoxSeen; step: Step; close: () => void }) {
  const w = useWords(words);
  const retire = useAct(api.retire, { done: w.retiredDone, refreshes: [api.box, api.register], after: close });
  const settle = useAct(api.settle, { done: w.settled, refreshes: [api.box, api.register], after: close });
  if (step === null) return null;
  if (step.of === 'log') return <OpeningForm box={box} close={close} />;
  if (step.of === 'amend') return <BoxForm unionId={box.unionId} box={box} close={close} />;
  if (step.of === 'correct') return <CorrectForm box={box} opening={step.opening} close={close} />;
  if (step.of === 'settle') return <ReasonForm title={w.settle} hint={w.settleHint({ n: step.opening.waiting })} example={w.settleExample} busy={settle.busy} close={close} send={(text) => settle.act({ id: step.opening.id, text })} />;
  return <ReasonForm title={w.retire} hint={w.retireHint} danger busy={retire.busy} close={close} send={(text) => retire.act({ id: box.id, text })} />;
}

function Actions({ box, step }: { box: BoxSeen; step: (s: Step) => void }) {
  const w = useWords(words);
  return (
    <>
      {box.may.includes('log') ? <button type="button" className="btn primary" onClick={() => step({ of: 'log' })}><Icon name="box" size={18} />{w.log}</button> : null}
      <a className="btn" href={`/box/${box.joinCode}/${box.number}`} target="_blank" rel="noreferrer"><Icon name="board" size={18} />{w.board}</a>
      {box.may.includes('log') ? <Link className="btn" to={`/contact-boxes/${box.id}/poster`}><Icon name="qr" size={18} />{w.poster}</Link> : null}
      {box.may.includes('amend') ? <button type="button" className="btn" onClick={() => step({ of: 'amend' })}>{w.amend}</button> : null}
      {box.may.includes('retire') ? <button type="button" className="btn" onClick={() => step({ of: 'retire' })}>{w.retire}</button> : null}
    </>
  );
}

function Side({ box: b }: { box: BoxSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const date = (on: string | null): string => (on === null ? w.never : showDate(on, language));
  return (
    <div className="boxside">
      <Card title={w.state}>
        <p><StandingChip of={b.standing} /></p>
        <Facts of={[[w.next, b.standing === 'retired' ? null : date(b.dueOn)], [w.last, date(b.lastOn)], [w.keepers, b.keepers.join(language === 'zh' ? '、' : ', ')], [w.placed, date(b.placedOn)], [w.openings, String(b.openings)], [w.letters, String(b.letters)], [w.answered, String(b.answered)]]} />
        <Pictures files={b.photos} />
      </Card>
      <Card title={w.list}>
        {b.list.length === 0 ? <Empty icon="letter" title={w.noList} /> : b.list.map((l) => (
          <Row key={l.number} title={l.letterId === null ? w.barred : <Link to={`/letters/${l.letterId}`}>{l.title}</Link>} note={`${l.number} · ${w.ofOpening({ date: showDate(l.openedOn, language), n: l.position })}`} end={l.letterId === null ? null : <Chip>{l.state}</Chip>} />
        ))}
      </Card>
    </div>
  );
}

/** One contact box: its openings, its letters, and what is to be done. */
export default function BoxPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(api.box, { id });
  const [step, setStep] = useState<Step>(null);
  return (
    <Loaded from={seen}>
      {(b) => (
        <DeskPage title={w.boxAt({ n: b.number, place: b.place })} about={`${b.union} · ${w.about({ n: b.everyDays })}`} actions={<Actions box={b} step={setStep} />}>
          {b.retiredOn === null ? null : <Card>{w.retiredOn({ date: showDate(b.retiredOn, language), why: b.retiredWhy ?? '' })}</Card>}
          <div className="boxcolumns">
            <Card title={w.logTitle}>{b.log.length === 0 ? <Empty icon="box" title={w.noLog} /> : b.log.map((o) => <Opening key={o.id} box={b} opening={o} step={setStep} />)}</Card>
            <Side box={b} />
          </div>
          <Forms box={b} step={step} close={() => setStep(null)} />
        </DeskPage>
      )}
    </Loaded>
  );
}

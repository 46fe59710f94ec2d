import { useState } from 'react';
import { Link } from 'react-router';
import { Attach, type Attached, attachments, Chip, Deadline, errorAt, FieldText, Icon, type Output, showDate, showTime, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../topics.contract.ts';
import '../topics.css';
import { words } from '../topics-ui.words.ts';

export type MeasureSeen = Output<typeof api.measure>;
type Verb = 'report' | 'finish' | 'drop';
const CHANGED = [api.topic, api.measure, api.register] as const;

function StepForm({ m, verb, close }: { m: MeasureSeen; verb: Verb; close: () => void }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const o = { refreshes: CHANGED, done: w.didStep, after: close };
  const acts = { report: useAct(api.reportMeasure, o), finish: useAct(api.finishMeasure, o), drop: useAct(api.dropMeasure, o) };
  const { busy, refusal } = acts[verb];
  const send = (): void => (verb === 'drop' ? acts.drop.act({ id: m.id, version: m.version, text }) : acts[verb].act({ id: m.id, version: m.version, text, files: files.map((f) => f.id) }));
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); send(); }}>
      <FieldText autoFocus label={{ report: w.progress, finish: w.proof, drop: w.why }[verb]} rows={3} maxLength={5000} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      {verb === 'drop' ? null : <div className="field"><span className="fieldname">{w.files}</span><Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} accept="image/*,.pdf,.docx,.xlsx" /></div>}
      <div className="topicacts"><button type="submit" className="btn primary" disabled={busy}>{w[verb]}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

function Past({ m }: { m: MeasureSeen }) {
  const language = useLocale();
  return (
    <>
      {m.events.map((e) => (
        <div key={e.id}>
          <p className="note"><time>{showTime(e.at, language)}</time> · {e.by} {e.word} {e.note}</p>
          {e.text ? <blockquote className="topicsaid">{e.text}</blockquote> : null}
          {e.files.map((f) => <a key={f.id} className="btn plain" href={attachments.open.path.replace(':id', f.id)}><Icon name="file" size={16} />{f.name}</a>)}
        </div>
      ))}
    </>
  );
}

/** One measure: who sees to it, until when, what was reported, and what I may do with it. */
export function Measure({ m, inTopic }: { m: MeasureSeen; inTopic?: boolean }) {
  const w = useWords(words);
  const language = useLocale();
  const [open, setOpen] = useState<Verb | null>(null);
  const resume = useAct(api.resumeMeasure, { refreshes: CHANGED, done: w.didStep });
  return (
    <article className="measure" aria-label={m.title}>
      <h3>{inTopic ? <Link to={`/measures/${m.id}`}>{m.title}</Link> : m.title}<Chip kind={m.state === 'done' ? 'ok' : m.late ? 'late' : m.state === 'open' ? 'info' : 'quiet'}>{m.stateWord}</Chip></h3>
      <p className="note">{[m.union.name, m.assignee].filter(Boolean).join(' · ')} {m.finishedAt ? w.finishedOn({ date: showDate(m.finishedAt, language) }) : m.due && m.state === 'open' ? <Deadline due={m.due} /> : null}</p>
      {m.text ? <p>{m.text}</p> : null}
      {!inTopic && m.topic ? <p className="note">{w.ofTopic} <Link to={`/topics/${m.topic.id}`}>{m.topic.name}</Link></p> : null}
      <Past m={m} />
      {open ? <StepForm m={m} verb={open} close={() => setOpen(null)} /> : (
        <div className="topicacts">
          {(['finish', 'report', 'drop'] as const).map((v) => (m.may.includes(v) ? <button key={v} type="button" className={v === 'finish' ? 'btn primary' : 'btn'} onClick={() => setOpen(v)}>{w[v]}</button> : null))}
          {m.may.includes('resume') ? <button type="button" className="btn" disabled={resume.busy} onClick={() => resume.act({ id: m.id, version: m.version })}>{w.resume}</button> : null}
        </div>
      )}
    </article>
  );
}

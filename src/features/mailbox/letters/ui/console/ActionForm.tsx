import { Select } from 'antd';
import { useState } from 'react';
import { Attach, type Attached, attachments, errorAt, FieldText, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words as letterWords } from '../../letters.words.ts';
import type { LetterSeen } from '../both/LetterStory.tsx';
import { words } from '../desk-ui.words.ts';
import type { Given, Verb, Verbs } from './use-verbs.tsx';

type Shown = { readonly letter: LetterSeen; readonly verb: Exclude<Verb, 'unpublish'>; readonly verbs: Verbs; readonly close: () => void };
type Text = { text: string; question: string; answer: string };

function Assignee({ id, value, onChange, error }: { id: string; value: string | undefined; onChange: (id: string) => void; error: string | undefined }) {
  const w = useWords(words);
  const people = useCall(api.assignees, { id });
  return (
    <div className={`field ${error ? 'wrong' : ''}`}>
      <label htmlFor="assignee">{w.assigneePick}</label>
      <Select id="assignee" showSearch={{ optionFilterProp: 'search' }} placeholder={w.assigneeHint} value={value ?? null} onChange={onChange} loading={people.isPending} status={error ? 'error' : ''}
        options={(people.data?.items ?? []).map((p) => ({ value: p.id, label: <span>{p.name} <span className="note">{p.title} · {p.union}</span></span>, search: `${p.name} ${p.title} ${p.union}` }))} />
      {error ? <p className="fielderror">{error}</p> : null}
    </div>
  );
}

function Destination({ id, value, onChange, error }: { id: string; value: string | undefined; onChange: (id: string) => void; error: string | undefined }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const unions = useCall(api.destinations, text ? { id, text } : { id }, { keepWhileChanging: true });
  return (
    <div className={`field ${error ? 'wrong' : ''}`}>
      <label htmlFor="destination">{w.unionPick}</label>
      <Select id="destination" showSearch={{ filterOption: false, onSearch: setText }} placeholder={w.unionHint} value={value ?? null} onChange={onChange} loading={unions.isPending} status={error ? 'error' : ''}
        options={(unions.data?.items ?? []).map((u) => ({ value: u.id, label: u.name }))} />
      {error ? <p className="fielderror">{error}</p> : null}
    </div>
  );
}

/** What the reader will see, before it is sent. */
function Preview({ verb, text }: { verb: 'answer' | 'publish'; text: Text }) {
  const w = useWords(words);
  return (
    <div className="preview">
      <p className="note">{verb === 'answer' ? w.previewTo : w.previewBoard}</p>
      {verb === 'answer' ? <blockquote className="said">{text.text}</blockquote> : <><p><b>{text.question}</b></p><blockquote className="said">{text.answer}</blockquote></>}
    </div>
  );
}

function PublishFields({ text, write, verbs }: { text: Text; write: (change: Partial<Text>) => void; verbs: Verbs }) {
  const w = useWords(words);
  return (
    <>
      <FieldText label={w.question} rows={3} maxLength={2000} autoFocus value={text.question} error={errorAt(verbs.refusal, 'question')} onChange={(e) => write({ question: e.target.value })} />
      <FieldText label={w.answer} hint={w.publishHelp} rows={5} maxLength={4000} value={text.answer} error={errorAt(verbs.refusal, 'answer')} onChange={(e) => write({ answer: e.target.value })} />
    </>
  );
}

function useHelp(letter: LetterSeen, verb: Shown['verb']): string | undefined {
  const w = useWords(words);
  if (verb === 'assign' && letter.privacy === 'hidden') return w.help_hidden;
  if (verb === 'answer' && letter.channel === 'email') return `${w.help_answer}${w.help_email}`;
  if (verb === 'answer' && letter.privacy === 'anonymous') return `${w.help_answer}${w.help_anonymous}`;
  return verb === 'answer' ? w.help_answer : verb === 'decline' ? w.help_decline : verb === 'redirect' ? w.help_redirect : verb === 'extend' ? w.help_extend : undefined;
}

/** The form of one step, in place of the buttons; what was written survives leaving. */
export function ActionForm({ letter, verb, verbs, close }: Shown) {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const help = useHelp(letter, verb);
  const last = letter.events.findLast((e) => e.step === 'answer')?.text ?? '';
  const draft = useDraft<Text>(`letter.${verb}.${letter.id}`, { text: '', question: letter.text, answer: last });
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const [chosen, setChosen] = useState<string>();
  const [looking, setLooking] = useState(false);
  const text = draft.value;
  const previewed = verb === 'answer' || verb === 'publish';
  const given: Given = {
    ...(verb === 'publish' ? { question: text.question, answer: text.answer } : { text: text.text }), files: files.map((f) => f.id),
    ...(verb === 'assign' ? { assigneeId: chosen } : {}), ...(verb === 'redirect' ? { unionId: chosen } : {}),
  };
  const send = async (): Promise<void> => {
    setLooking(false);
    if (!(await verbs.take(verb, given))) return;
    draft.drop();
    close();
  };
  return (
    <form className="fields actionform" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      {draft.found && !looking ? <p className="note" role="status">{w.draftBack}</p> : null}
      {looking && previewed ? <Preview verb={verb} text={text} /> : (
        <>
          {verb === 'assign' ? <Assignee id={letter.id} value={chosen} onChange={setChosen} error={errorAt(verbs.refusal, 'assigneeId')} /> : null}
          {verb === 'redirect' ? <Destination id={letter.id} value={chosen} onChange={setChosen} error={errorAt(verbs.refusal, 'unionId')} /> : null}
          {verb === 'publish' ? <PublishFields text={text} write={draft.write} verbs={verbs} /> : (
            <FieldText label={w[`text_${verb}`]} hint={help} rows={verb === 'answer' ? 7 : 3} maxLength={5000} autoFocus={verb !== 'assign' && verb !== 'redirect'} value={text.text} error={errorAt(verbs.refusal, 'text')} onChange={(e) => draft.write({ text: e.target.value })} />
          )}
          {verb === 'answer' || verb === 'report' ? <Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} accept="image/*,.pdf,.docx,.xlsx" /> : null}
        </>
      )}
      <div className="deskpair">
        <button type="submit" className="btn primary" disabled={verbs.busy}>{verb === 'answer' ? w.send_answer : verb === 'publish' ? w.publish : lw[verb]}</button>
        {previewed ? <button type="button" className="btn" onClick={() => setLooking(!looking)}>{looking ? w.edit : w.preview}</button> : null}
        <button type="button" className="btn" onClick={close}>{w.cancel}</button>
      </div>
    </form>
  );
}

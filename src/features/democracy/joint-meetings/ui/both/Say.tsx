import { type ReactNode, useState } from 'react';
import { FieldText, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../joint-ui.words.ts';

/** A text to be given with an act: objection, refusal, reason. */
export function Say({ label, button, busy, error, send, close, children }: { label: string; button: string; busy: boolean; error?: string | undefined; send: (text: string) => void; close: () => void; children?: ReactNode }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  return (
    <form className="fields" onSubmit={(e) => { e.preventDefault(); send(text.trim()); }}>
      {children}
      <FieldText label={label} rows={3} maxLength={1000} autoFocus value={text} error={error} onChange={(e) => setText(e.target.value)} />
      <div className="jmacts"><button type="submit" className="btn primary" disabled={busy || text.trim().length < 2}>{button}</button><button type="button" className="btn" onClick={close}>{w.cancel}</button></div>
    </form>
  );
}

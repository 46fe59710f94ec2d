import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { words } from './kit.words.ts';
import { useWords } from './language.ts';

/** A question with two answers. `danger` colours the yes. */
export type Question = { readonly title: string; readonly text?: ReactNode; readonly yes?: string; readonly no?: string; readonly danger?: boolean };

let open: { readonly question: Question; readonly answer: (yes: boolean) => void } | null = null;
let changed: () => void = () => {};

/** Asks before something that cannot be taken back: `if (await ask({ title: w.reallyWithdraw })) act(…)`. */
export const ask = (question: Question): Promise<boolean> =>
  new Promise((answer) => {
    open?.answer(false);
    open = { question, answer };
    changed();
  });

function close(yes: boolean): void {
  open?.answer(yes);
  open = null;
  changed();
}

/** Where questions appear; each app's shell holds one. */
export function Questions() {
  const w = useWords(words);
  const dialog = useRef<HTMLDialogElement>(null);
  const now = useSyncExternalStore(
    (listener) => {
      changed = listener;
      return () => {
        changed = () => {};
      };
    },
    () => open,
  );
  useEffect(() => {
    if (now && !dialog.current?.open) dialog.current?.showModal();
    if (!now) dialog.current?.close();
  }, [now]);
  return (
    <dialog ref={dialog} className="ask" aria-labelledby="ask-title" onCancel={(e) => { e.preventDefault(); close(false); }}>
      {now ? (
        <>
          <h2 id="ask-title">{now.question.title}</h2>
          {now.question.text ? <div className="asktext">{now.question.text}</div> : null}
          <div className="askdo">
            <button type="button" className="btn" onClick={() => close(false)}>{now.question.no ?? w.cancel}</button>
            <button type="button" className={`btn primary ${now.question.danger ? 'danger' : ''}`} onClick={() => close(true)}>{now.question.yes ?? w.confirm}</button>
          </div>
        </>
      ) : null}
    </dialog>
  );
}

import { tell, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../phone.words.ts';

/** Fingerprints in full, each to be copied. */
export function Marks({ of }: { of: readonly (readonly [title: string, mark: string | null])[] }) {
  const w = useWords(words);
  const copy = (mark: string): void => {
    void navigator.clipboard?.writeText(mark).then(() => tell(w.copied));
  };
  return (
    <>
      {of.map(([title, mark]) => (mark === null ? null : (
        <div className="drawmark" key={title}>
          <b>{title}</b>
          {navigator.clipboard ? <button type="button" className="btn" onClick={() => copy(mark)}>{w.copy}</button> : null}
          <code>{mark}</code>
        </div>
      )))}
    </>
  );
}

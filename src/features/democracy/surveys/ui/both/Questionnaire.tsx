import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../../../web/kit/index.ts';
import { words as general } from '../../faults.words.ts';
import { faultOf } from '../../answers.rules.ts';
import { type Answer, type Answers, type Form, questionsOf, textIn } from '../../form.rules.ts';
import { pagesOf, walk } from '../../logic.rules.ts';
import { words } from '../phone.words.ts';
import '../surveys.css';
import { Ask } from './Ask.tsx';

type Shown = { readonly form: Form; readonly answers: Answers; readonly write: (answers: Answers) => void; readonly language: 'zh' | 'en'; readonly done: (answers: Answers) => void; readonly busy?: boolean | undefined; readonly first?: ReactNode; readonly foot: (buttons: ReactNode) => ReactNode; readonly all?: boolean | undefined };

/** The pages that these answers lead through, and where the reader is. */
function usePages(form: Form, answers: Answers) {
  const walked = useMemo(() => walk(form, answers), [form, answers]);
  const pages = useMemo(() => pagesOf(form, walked.shown), [form, walked]);
  const [at, setAt] = useState(0);
  const place = Math.min(at, Math.max(0, pages.length - 1));
  return { walked, pages, at: place, page: pages[place] ?? [], go: setAt };
}

/** A questionnaire as it is answered, page by page: what is shown follows the answers at once. */
export function Questionnaire({ form, answers, write, language, done, busy, first, foot }: Shown) {
  const w = useWords(words);
  const f = useWords(general);
  const { walked, pages, at, page, go } = usePages(form, answers);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const byId = useMemo(() => new Map(questionsOf(form).map((q) => [q.id, q])), [form]);
  const head = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its head
  useEffect(() => { head.current?.scrollIntoView({ block: 'nearest' }); }, [at]);
  const wrongIn = (some: readonly (typeof page)[number][]) => some.filter((q) => faultOf(q, walked.answers[q.id]) !== null);
  const put = (id: string, a: Answer | undefined): void => { const { [id]: _, ...rest } = answers; write(a === undefined ? rest : { ...rest, [id]: a }); };
  const onward = (): void => {
    setChecked(new Set([...checked, ...page.map((q) => q.id)]));
    if (wrongIn(page).length > 0) return;
    if (at < pages.length - 1) { go(at + 1); return; }
    const rest = pages.findIndex((p) => wrongIn(p).length > 0);
    if (rest >= 0) { setChecked(new Set(walked.shown.map((q) => q.id))); go(rest); } else done(walked.answers);
  };
  const section = form.sections.find((s) => s.questions.some((q) => q.id === page[0]?.id));
  const begins = section?.questions.find((q) => pages.flat().includes(q))?.id === page[0]?.id;
  const percent = Math.round((100 * at) / Math.max(1, pages.length));
  const last = at === pages.length - 1;
  const buttons = (
    <div className="svfoot">
      {at > 0 ? <button type="button" className="btn" onClick={() => go(at - 1)}>{w.back}</button> : null}
      <button type="button" className="btn primary" disabled={busy} onClick={onward}>{busy ? w.sending : last ? w.send : w.next}</button>
    </div>
  );
  return (
    <>
      <div ref={head} className="svprogress" role="progressbar" aria-label={w.page({ n: at + 1, percent })} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100}><i style={{ width: `${percent}%` }} /></div>
      {at === 0 ? first : null}
      <section className="card" aria-live="polite">
        {section && (textIn(section.title, language) || begins) ? <div className="svsection"><p className="note">{textIn(section.title, language)}</p>{begins && textIn(section.about, language) ? <p className="note">{textIn(section.about, language)}</p> : null}</div> : null}
        {page.map((q) => {
          const fault = checked.has(q.id) ? faultOf(q, walked.answers[q.id]) : null;
          return <Ask key={q.id} q={q} answers={walked.answers} byId={byId} language={language} fault={fault ? f[`fault_${fault}`] : undefined} write={(a) => put(q.id, a)} />;
        })}
      </section>
      {foot(buttons)}
    </>
  );
}

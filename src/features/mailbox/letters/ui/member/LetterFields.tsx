import { Attach, type Attached, attachments, Card, errorAt, Field, FieldText, type RefusedByServer, Toggle, useWords } from '../../../../../web/kit/index.ts';
import { words as letterWords } from '../../letters.words.ts';
import { words } from '../letter-ui.words.ts';
import { Chips } from './Chips.tsx';

export const CATEGORIES = ['pay', 'time', 'safety', 'living', 'insurance', 'growth', 'difficulty', 'management', 'union', 'other'] as const;
export type Category = (typeof CATEGORIES)[number];
const MOST = 5000;

/** What every letter asks, named or not. */
export type LetterDraft = { readonly title: string; readonly text: string; readonly category: Category | ''; readonly place: string; readonly aboutChair: boolean; readonly files: readonly Attached[] };
export const EMPTY: LetterDraft = { title: '', text: '', category: '', place: '', aboutChair: false, files: [] };

type Parts = { readonly draft: LetterDraft; readonly write: (change: Partial<LetterDraft>) => void; readonly refusal: RefusedByServer | null; readonly joinCode?: string };

/** The words for the categories, as chips. */
export function useCategories(): readonly (readonly [Category, string])[] {
  const w = useWords(letterWords);
  return CATEGORIES.map((c) => [c, w[`category_${c}`]] as const);
}

/** Subject, text, kind, place and photos of a letter. With `joinCode` photos are sent without a session. */
export function LetterFields({ draft, write, refusal, joinCode }: Parts) {
  const w = useWords(words);
  const categories = useCategories();
  return (
    <Card title={w.what}>
      <div className="fields">
        <Field label={w.subject} placeholder={w.subjectHint} maxLength={60} value={draft.title} error={errorAt(refusal, 'title')} onChange={(e) => write({ title: e.target.value })} />
        <FieldText label={w.text} placeholder={w.textHint} rows={7} maxLength={MOST} value={draft.text} error={errorAt(refusal, 'text')} hint={draft.text.length > 200 ? w.lengthNow({ n: draft.text.length, most: MOST }) : undefined} onChange={(e) => write({ text: e.target.value })} />
        <Chips label={w.category} options={categories} value={draft.category || undefined} error={errorAt(refusal, 'category')} onChange={(category) => write({ category })} />
        <Field label={w.place} placeholder={w.placeHint} maxLength={60} value={draft.place} error={errorAt(refusal, 'place')} onChange={(e) => write({ place: e.target.value })} />
        <div className="field">
          <span className="fieldname">{w.photos}</span>
          {joinCode
            ? <Attach to={attachments.uploadAnonymous} input={(name) => ({ name, joinCode })} value={draft.files} onChange={(files) => write({ files })} anonymous />
            : <Attach to={attachments.upload} input={(name) => ({ name })} value={draft.files} onChange={(files) => write({ files })} />}
        </div>
      </div>
    </Card>
  );
}

/** Whether it concerns the chairperson, and what that means for the letter's way. */
export function AboutChair({ draft, write }: Pick<Parts, 'draft' | 'write'>) {
  const w = useWords(words);
  return <Card><Toggle label={w.aboutChair} note={w.aboutChairMeans} checked={draft.aboutChair} onChange={(aboutChair) => write({ aboutChair })} /></Card>;
}

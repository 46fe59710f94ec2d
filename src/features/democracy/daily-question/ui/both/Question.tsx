import { Chip, type Output, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../daily-question.contract.ts';
import '../daily.css';
import { words } from '../phone.words.ts';

type Asked = NonNullable<Output<typeof api.today>['question']>;

/** Kind, topic and text of a question. */
export function Head({ of: q }: { of: Pick<Asked, 'kind' | 'topic' | 'text'> }) {
  const w = useWords(words);
  return <><p className="dqtags"><Chip kind="info">{w[`kind_${q.kind}`]}</Chip>{q.topic ? <span>{q.topic}</span> : null}</p><h2>{q.text}</h2></>;
}

/** The options to choose from: one, or several. */
export function Choices({ of: q, value, onChange }: { of: Pick<Asked, 'kind' | 'options'>; value: readonly number[]; onChange: (value: number[]) => void }) {
  const w = useWords(words);
  const many = q.kind === 'multiple';
  const set = (place: number, on: boolean): void => onChange(many ? [...value.filter((p) => p !== place), ...(on ? [place] : [])].sort() : [place]);
  return (
    <fieldset className="dqoptions">
      <legend>{many ? w.chooseSeveral : w.chooseOne}</legend>
      {q.options.map((o, i) => <label key={o} className="dqoption"><input type={many ? 'checkbox' : 'radio'} name="option" checked={value.includes(i)} onChange={(e) => set(i, e.target.checked)} /><span>{o}</span></label>)}
    </fieldset>
  );
}

/** The options with what is right and what was chosen: said in words, coloured besides. */
export function Marked({ options, right, given }: { options: readonly string[]; right: readonly number[]; given: readonly number[] }) {
  const w = useWords(words);
  return (
    <ul className="dqoptions">
      {options.map((o, i) => <li key={o} className={`dqoption ${right.includes(i) ? 'right' : ''} ${given.includes(i) ? 'mine' : ''}`}><b className="letter">{'ABCDEF'[i]}</b><span>{o}</span><small>{right.includes(i) ? <Chip kind="ok" icon="check">{w.rightMark}</Chip> : null}{given.includes(i) ? <Chip kind={right.includes(i) ? 'quiet' : 'late'}>{w.yourMark}</Chip> : null}</small></li>)}
    </ul>
  );
}

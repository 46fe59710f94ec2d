import { Loaded, useCall } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import '../disclosure.css';
import { AnswerForm } from './AnswerForm.tsx';

/** A question beside the work list. */
export default function QuestionAside({ id }: { id: string }) {
  const question = useCall(desk.question, { id }, { keepWhileChanging: true });
  return <Loaded from={question} lines={6}>{(q) => <article aria-label={q.title}><AnswerForm key={q.id} of={q} /></article>}</Loaded>;
}

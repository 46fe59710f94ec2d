import { useParams } from 'react-router';
import { Card, DeskPage, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import '../disclosure.css';
import { words } from '../desk-ui.words.ts';
import { AnswerForm } from './AnswerForm.tsx';

/** One question, to be answered. */
export default function QuestionPage() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const question = useCall(desk.question, { id });
  return <DeskPage title={w.questionTitle}><Card><Loaded from={question} lines={6}>{(q) => <AnswerForm key={q.id} of={q} />}</Loaded></Card></DeskPage>;
}

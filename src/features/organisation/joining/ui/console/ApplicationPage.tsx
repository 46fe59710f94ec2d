import { useParams } from 'react-router';
import { Card, DeskPage, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joining.contract.ts';
import { words } from '../../joining.words.ts';
import '../joining.css';
import { Actions, ApplicationView } from './ApplicationView.tsx';

export default function ApplicationPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(api.one, { id });
  return <Loaded from={one}>{(a) => <DeskPage title={a.applicant} about={w.application} actions={<Actions a={a} />}><div className="joinpage"><Card><ApplicationView a={a} /></Card></div></DeskPage>}</Loaded>;
}

import { useParams } from 'react-router';
import { Card, Loaded, PhonePage, refresh, Row, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../disclosure.contract.ts';
import { AskedOne } from '../both/looks.tsx';
import { words } from '../disclosure-ui.words.ts';
import { AskForm } from './AskForm.tsx';

/** A question of mine with its answer; once answered it may be followed up once. */
export default function MyQuestion() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const question = useCall(api.mine, { id });
  useLive(() => void refresh(api.mine));
  return (
    <PhonePage title={w.myQuestion} up="/disclosures">
      <Loaded from={question} lines={6}>
        {(q) => (
          <>
            <Card><Row icon="board" title={q.title} note={w.about} to={`/disclosures/${q.itemId}`} /></Card>
            <Card><ul className="pubasked"><AskedOne of={q} /></ul></Card>
            {q.may.includes('follow') ? <Card title={w.followTitle}><AskForm itemId={q.itemId} followsId={q.id} /></Card> : null}
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}

import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card, Empty, PhonePage, refresh, useKeptCall, useMe, useWords, Loaded } from '../../../../../web/kit/index.ts';
import { api } from '../../surveys.contract.ts';
import { Answering } from '../both/Answering.tsx';
import { words } from '../phone.words.ts';
import '../surveys.css';

/** One survey to be answered; it can be read and written without a network. */
export default function Answer() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const me = useMe();
  const one = useKeptCall(api.one, { id }, `survey.form.${id}`);
  const [sent, setSent] = useState(false);
  const after = <Link className="btn" to="/surveys">{w.toList}</Link>;
  return (
    <PhonePage title={w.title} up="/surveys">
      <Loaded from={one as never}>
        {(s: NonNullable<typeof one.data>) => (s.stage === 'open' || sent
          ? <Answering s={s} voter={{ kind: 'own' }} who={me.person.id} after={after} again={() => { setSent(true); void refresh(api.mine); }} foot={(buttons) => <footer className="pagefoot">{buttons}</footer>} />
          : <Card><Empty icon="form" title={w.closed}>{s.results ? <Link className="btn primary" to={`/surveys/${id}/results`}>{w.seeResults}</Link> : after}</Empty></Card>)}
      </Loaded>
    </PhonePage>
  );
}

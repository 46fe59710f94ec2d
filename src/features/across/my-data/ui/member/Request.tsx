import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Card, FieldText, Loaded, PhonePage, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../my-data.contract.ts';
import { words } from '../my-data-ui.words.ts';
import { type Request, RequestStory } from '../both/RequestStory.tsx';

/** What I can still do: explain, withdraw, or appeal to the union above. */
function Ways({ request: r }: { request: Request }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const settings = { refreshes: [api.request, api.mine], after: () => setText('') };
  const say = useAct(api.say, settings);
  const appeal = useAct(api.appeal, settings);
  const withdraw = useAct(api.withdraw, settings);
  const writes = r.may.includes('say') || r.may.includes('appeal');
  if (!writes && !r.may.includes('withdraw')) return null;
  return (
    <Card>
      <div className="fields">
        {writes ? <FieldText label={w.textOwn} maxLength={1000} value={text} onChange={(e) => setText(e.target.value)} /> : null}
        {r.may.includes('say') ? <button type="button" className="btn primary wide" disabled={say.busy || text.trim() === ''} onClick={() => say.act({ id: r.id, text })}>{w.say}</button> : null}
        {r.may.includes('appeal') ? <button type="button" className="btn primary wide" disabled={appeal.busy || text.trim() === ''} onClick={() => appeal.act({ id: r.id, text })}>{w.appeal}</button> : null}
        {r.may.includes('withdraw') ? (
          <button type="button" className="btn wide" disabled={withdraw.busy} onClick={async () => { if (await ask({ title: w.withdrawAsk, yes: w.withdraw, danger: true })) withdraw.act({ id: r.id }); }}>{w.withdraw}</button>
        ) : null}
      </div>
    </Card>
  );
}

/** One of my requests: where it stands, who has it, until when. */
export default function RequestPage() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const request = useCall(api.request, { id });
  return (
    <PhonePage title={w.myRequests} up="/my-data/requests">
      <Loaded from={request} lines={6}>{(r) => <><RequestStory request={r} /><Ways request={r} /></>}</Loaded>
    </PhonePage>
  );
}

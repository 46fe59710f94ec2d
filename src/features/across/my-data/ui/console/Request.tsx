import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Card, DeskPage, Field, FieldText, Loaded, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../my-data.contract.ts';
import { type Changed, type Request, RequestStory } from '../both/RequestStory.tsx';
import { words } from '../my-data-ui.words.ts';
import { words as titles } from '../screens.words.ts';

/** Full numbers, after a purpose that goes into the log. */
function Look({ id, show }: { id: string; show: (changes: readonly Changed[]) => void }) {
  const w = useWords(words);
  const [purpose, setPurpose] = useState('');
  const look = useAct(api.look, { after: (out) => show(out.changes) });
  return (
    <Card title={w.showFull}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); look.act({ id, purpose }); }}>
        <Field label={w.lookPurpose} hint={w.showFullHint} maxLength={200} value={purpose} onChange={(e) => setPurpose(e.target.value)} />
        <button type="submit" className="btn" disabled={look.busy || purpose.trim().length < 2}>{w.showFull}</button>
      </form>
    </Card>
  );
}

/** The decision: ask for more, decline with a reason, or carry out. */
function Decide({ request: r }: { request: Request }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const settings = { refreshes: [api.request, api.register], done: w.done, after: () => setText('') };
  const question = useAct(api.question, settings);
  const decline = useAct(api.decline, settings);
  const carryOut = useAct(api.carryOut, settings);
  const idle = !question.busy && !decline.busy && !carryOut.busy && text.trim() !== '';
  if (!r.may.includes('carryOut')) return null;
  return (
    <Card>
      <div className="fields">
        <FieldText label={w.text} maxLength={1000} value={text} onChange={(e) => setText(e.target.value)} />
        <div className="deskacts">
          <button type="button" className="btn primary" disabled={!idle} onClick={async () => { if (await ask({ title: w.carryOutAsk, yes: w.carryOut })) carryOut.act({ id: r.id, text }); }}>{w.carryOut}</button>
          <button type="button" className="btn" disabled={!idle} onClick={() => question.act({ id: r.id, text })}>{w.question}</button>
          <button type="button" className="btn" disabled={!idle} onClick={() => decline.act({ id: r.id, text })}>{w.decline}</button>
        </div>
      </div>
    </Card>
  );
}

/** One request on the officer's desk. */
export default function RequestDesk() {
  const t = useWords(titles);
  const { id = '' } = useParams();
  const request = useCall(api.request, { id });
  const [full, setFull] = useState<readonly Changed[]>();
  return (
    <Loaded from={request} lines={6}>
      {(r) => (
        <DeskPage title={`${r.title} · ${r.person}`} crumbs={[{ title: t.requests, to: '/data-requests' }]}>
          <RequestStory request={r} {...(full ? { changes: full } : {})} />
          {r.may.includes('carryOut') && r.changes.length > 0 && !full ? <Look id={id} show={setFull} /> : null}
          <Decide request={r} />
        </DeskPage>
      )}
    </Loaded>
  );
}

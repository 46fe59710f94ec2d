import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Card, Chip, Deadline, Facts, FieldText, Loaded, type Output, PhonePage, StepBar, Timeline, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joining.contract.ts';
import { words } from '../../joining.words.ts';

type Application = Output<typeof api.one>;

function Answers({ a }: { a: Application }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const refreshes = [api.one, api.mine];
  const say = useAct(api.say, { refreshes, after: () => setText('') });
  const withdraw = useAct(api.withdraw, { refreshes });
  if (!a.may.includes('say')) return null;
  return (
    <Card>
      <FieldText label={w.say} value={text} onChange={(e) => setText(e.target.value)} maxLength={1000} />
      <button type="button" className="btn primary wide" disabled={say.busy || text.trim().length < 2} onClick={() => say.act({ id: a.id, text })}>{w.say}</button>
      <button type="button" className="btn wide" disabled={withdraw.busy} onClick={() => void ask({ title: w.aboutWithdraw }).then((yes) => { if (yes) withdraw.act({ id: a.id }); })}>{w.withdraw}</button>
    </Card>
  );
}

/** One application of mine: what happens next, who has it, until when. */
export default function MyApplication() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(api.one, { id });
  return (
    <PhonePage title={w.application} up="/joining">
      <Loaded from={one}>
        {(a) => (
          <>
            <Card title={a.union}>
              <StepBar steps={[w.applied, w.approved]} at={a.state === 'approved' ? 2 : 1} />
              <p><Chip kind={a.state === 'approved' ? 'ok' : a.state === 'applied' ? 'info' : 'quiet'}>{a.stateWord}</Chip> {a.nextDue ? <Deadline due={a.nextDue} /> : null}</p>
              <Facts of={[[w.name, a.applicant], [w.idNumber, a.idNumber], [w.phone, a.phone], [w.employer, a.employer], [w.job, a.job], [w.card, a.cardNumber]]} />
            </Card>
            <Card title={w.timeline}><Timeline items={a.events.map((e) => ({ key: e.id, when: e.at, what: e.text ? <>{e.word}<p>{e.text}</p></> : e.word, note: e.by }))} /></Card>
            <Answers a={a} />
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}

import { useParams } from 'react-router';
import { Card, FieldText, Icon, Loaded, type Output, PhonePage, showDay, Toggle, useAct, useCall, useDraft, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../inquiries.contract.ts';
import { words } from '../phone.words.ts';

type Mine = Output<typeof api.one>;
const CHANGED = [api.one, api.mine] as const;

function Say({ i }: { i: Mine }) {
  const w = useWords(words);
  const draft = useDraft(`inquiry.${i.id}`, { text: '', named: false });
  const send = useAct(api.answer, { refreshes: CHANGED, done: w.sent, after: () => draft.drop() });
  const decline = useAct(api.decline, { refreshes: CHANGED, done: w.declined });
  const d = draft.value;
  return (
    <>
      <Card>
        <FieldText label={w.yours} rows={7} value={d.text} maxLength={2000} onChange={(e) => draft.write({ text: e.target.value })} />
        <Toggle label={w.named} note={w.namedNote} checked={d.named} onChange={(named) => draft.write({ named })} />
        <p className="note"><Icon name="shield" size={16} /> {w.privacy}</p>
      </Card>
      {i.own === 'invited' ? <button type="button" className="btn" disabled={decline.busy} onClick={() => decline.act({ id: i.id })}>{w.decline}</button> : null}
      <footer className="pagefoot"><button type="button" className="btn primary" disabled={send.busy || d.text.trim().length < 2} onClick={() => send.act({ id: i.id, text: d.text, named: d.named })}>{send.waiting ? w.sending : w.send}</button></footer>
    </>
  );
}

/** One question to me alone, and a quiet place to answer it. */
export default function Inquiry() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const one = useCall(api.one, { id });
  return (
    <PhonePage title={w.title} up="/inquiries">
      <Loaded from={one}>
        {(i) => (
          <>
            <Card title={w.asks({ union: i.union })}><p><b>{i.question}</b></p><p className="note">{i.state === 'open' ? w.until({ day: showDay(i.closesOn, language) }) : w.closed}</p></Card>
            {i.own === 'answered' ? <Card><p><Icon name="ok" size={18} /> {w.answered}</p></Card> : i.state === 'open' ? <Say i={i} /> : null}
            {i.reply ? <Card title={w.reply}><p>{i.reply}</p></Card> : null}
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}

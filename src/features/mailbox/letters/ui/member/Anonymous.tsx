import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Icon, Loaded, PhonePage, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words } from '../anonymous-ui.words.ts';
import { words as ui } from '../letter-ui.words.ts';
import '../letters.css';
import { CodeOnce } from './CodeOnce.tsx';
import { AboutChair, EMPTY, LetterFields } from './LetterFields.tsx';
import { Protection } from './Protection.tsx';

function WriteWithoutName({ union, joinCode }: { union: string; joinCode: string }) {
  const w = useWords(words);
  const u = useWords(ui);
  const draft = useDraft('anonymous-letter', EMPTY, { anonymous: true });
  const [sent, setSent] = useState<{ number: string; code: string } | null>(null);
  const { act, busy, waiting, refusal } = useAct(api.writeAnonymous, { anonymous: true, after: (out) => { draft.drop(); setSent(out); } });
  if (sent) return <CodeOnce code={sent.code} number={sent.number} />;
  const send = (): void => {
    const { files, category, ...rest } = draft.value;
    // an empty kind is refused by the server in a sentence at its field
    act({ ...rest, category: category as Exclude<typeof category, ''>, files: files.map((f) => f.id), joinCode });
  };
  return (
    <PhonePage title={w.title} up="/anonymous" foot={<button type="button" className="btn primary" disabled={busy} onClick={send}><Icon name="hidden" size={20} />{waiting ? u.waiting : w.send}</button>}>
      <p className="toline"><span>{w.to({ union })}</span><Link to="/anonymous">{w.otherUnion}</Link></p>
      <Protection />
      <LetterFields draft={draft.value} write={draft.write} refusal={refusal} joinCode={joinCode} />
      <AboutChair draft={draft.value} write={draft.write} />
    </PhonePage>
  );
}

/** Writes a letter of which nothing leads back: no session is read or sent on this page. */
export default function Anonymous() {
  const w = useWords(words);
  const { joinCode = '' } = useParams();
  const mailbox = useCall(api.openMailbox, { joinCode }, { anonymous: true });
  if (mailbox.error) return <PhonePage title={w.title} up="/anonymous"><Loaded from={mailbox}>{() => null}</Loaded><Link className="btn wide" to="/anonymous">{w.otherUnion}</Link></PhonePage>;
  return <Loaded from={mailbox} lines={6}>{({ union }) => <WriteWithoutName union={union} joinCode={joinCode} />}</Loaded>;
}

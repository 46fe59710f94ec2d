import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Empty, Icon, keep, Loaded, type Output, PhonePage, useAct, useCall, useDraft, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words } from '../letter-ui.words.ts';
import '../letters.css';
import { Choices } from './Chips.tsx';
import { AboutChair, EMPTY, LetterFields, type LetterDraft } from './LetterFields.tsx';

type Unions = Output<typeof api.mailbox>['unions'];
type Privacy = 'named' | 'hidden' | 'anonymous';
type Draft = LetterDraft & { readonly privacy: Privacy; readonly unionId: string };

/** Carries what was written over to the page that knows nobody; it stays in this tab only. */
const carryOver = ({ title, text, category, place, aboutChair }: Draft): boolean =>
  keep('draft.anonymous-letter', JSON.stringify({ at: Date.now(), value: { title, text, category, place, aboutChair } }), 'tab');

function WriteTo({ unions }: { unions: Unions }) {
  const w = useWords(words);
  const go = useNavigate();
  const draft = useDraft<Draft>('letter', { ...EMPTY, privacy: 'named', unionId: unions[0]?.id ?? '' });
  const { value, write } = draft;
  const [told, setTold] = useState(draft.found);
  const to = unions.find((u) => u.id === value.unionId) ?? unions[0];
  const { act, busy, waiting, refusal } = useAct(api.write, {
    refreshes: [api.mine],
    after: (out) => { draft.drop(); void go(`/letters/${out.id}/sent`, { replace: true }); },
  });
  const send = (): void => {
    const { files, privacy, category, unionId: _, ...rest } = value;
    if (privacy === 'anonymous') return;
    // an empty kind is refused by the server in a sentence at its field
    act({ ...rest, category: category as Exclude<typeof category, ''>, privacy, files: files.map((f) => f.id), ...(to ? { unionId: to.id } : {}) });
  };
  const goAnonymous = (): void => {
    if (!to) return;
    carryOver(value);
    draft.drop();
    void go(`/anonymous/${to.joinCode}`);
  };
  return (
    <PhonePage title={w.writeTitle} up="/letters" foot={value.privacy === 'anonymous'
      ? <button type="button" className="btn primary" onClick={goAnonymous}><Icon name="hidden" size={20} />{w.anonymousGo}</button>
      : <button type="button" className="btn primary" disabled={busy} onClick={send}><Icon name="send" size={20} />{waiting ? w.waiting : w.send}</button>}>
      {told ? <p className="draftnote" role="status"><span>{w.draftBack}</span><button type="button" className="btn plain" onClick={() => { draft.drop(); setTold(false); }}>{w.draftDrop}</button></p> : null}
      <Card title={w.to}>
        <Choices label={w.to} value={to?.id ?? ''} onChange={(unionId) => write({ unionId })}
          options={unions.map((u, i) => ({ key: u.id, title: u.name, note: `${i === 0 ? w.ownUnion : w.unionAbove} · ${u.chair ? w.chair({ name: u.chair }) : w.noChair}` }))} />
        {to?.email ? <p className="note maildoor"><Icon name="letter" size={18} /><span>{w.byMail} <a href={`mailto:${to.email}`}>{to.email}</a></span></p> : null}
      </Card>
      <LetterFields draft={value} write={write} refusal={refusal} />
      <Card title={w.who}>
        <Choices<Privacy> label={w.who} value={value.privacy} onChange={(privacy) => write({ privacy })} options={[
          { key: 'named', title: w.named, note: w.namedMeans }, { key: 'hidden', title: w.hidden, note: w.hiddenMeans },
          { key: 'anonymous', title: w.anonymous, note: value.privacy === 'anonymous' ? `${w.anonymousMeans}${w.anonymousGoHint}` : w.anonymousMeans },
        ]} />
      </Card>
      <AboutChair draft={value} write={write} />
    </PhonePage>
  );
}

/** Writes a letter to the chairperson of the own union or of one above it. */
export default function Write() {
  const w = useWords(words);
  const go = useNavigate();
  const mailbox = useCall(api.mailbox, {});
  return (
    <Loaded from={mailbox} lines={6}>
      {({ unions }) => unions.length > 0 ? <WriteTo unions={unions} /> : (
        <PhonePage title={w.writeTitle}>
          <Card><Empty icon="join" title={w.noUnionTitle} hint={w.noUnionHint}><button type="button" className="btn primary" onClick={() => void go('/anonymous')}>{w.anonymousGo}</button></Empty></Card>
        </PhonePage>
      )}
    </Loaded>
  );
}

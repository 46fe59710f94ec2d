import { useState } from 'react';
import { useParams } from 'react-router';
import { hexOf, witnessCommitment } from '#shared/draw-check';
import { Card, Field, keep, kept, Loaded, type Output, PhonePage, Row, showTime, StepBar, tell, Toggle, useAct, useCall, useLocale, useMe, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../draws.contract.ts';
import { Marks } from '../both/Marks.tsx';
import { words } from '../phone.words.ts';
import '../draws.css';

type One = Output<typeof api.one>;
type Self = NonNullable<One['witness']>;
const CHANGED = [api.one, api.list, api.witnessed] as const;

const groups = (secret: string): string[] => secret.match(/.{4}/g) ?? [];
const shelfOf = (person: string, draw: string): string => `draw.${person}.${draw}`;
/** 128 bits that nobody else knows; made here and kept here. */
const fresh = (): string => hexOf(crypto.getRandomValues(new Uint8Array(16)));

function Secret({ text }: { text: string }) {
  const w = useWords(words);
  return (
    <>
      <p className="note">{w.secretIs}</p>
      <div className="drawsecret" data-secret={text}>{groups(text).map((g, i) => <span key={`${i.toString()}${g}`}>{g}</span>)}</div>
    </>
  );
}

function Seal({ of, self }: { of: One; self: Self }) {
  const w = useWords(words);
  const shelf = shelfOf(useMe().person.id, of.id);
  const [secret, setSecret] = useState(() => kept(shelf));
  const [written, setWritten] = useState(false);
  const commit = useAct(api.commit, { refreshes: CHANGED, done: w.sealedDone });
  if (secret === null) {
    return <button type="button" className="btn primary wide" onClick={() => { const made = fresh(); keep(shelf, made); setSecret(made); }}>{w.makeSecret}</button>;
  }
  return (
    <>
      <Secret text={secret} />
      <p className="note">{w.secretHint}</p>
      <Toggle label={w.written} checked={written} onChange={setWritten} />
      <div className="drawacts"><button type="button" className="btn primary wide" disabled={!written || commit.busy} onClick={() => commit.act({ id: of.id, commitment: witnessCommitment(of.id, self.no, secret) })}>{w.seal}</button></div>
      <p className="note">{w.sealHint}</p>
    </>
  );
}

function Reveal({ of }: { of: One }) {
  const w = useWords(words);
  const shelf = shelfOf(useMe().person.id, of.id);
  const [text, setText] = useState(() => groups(kept(shelf) ?? '').join(' '));
  const [wrong, setWrong] = useState<string>();
  const reveal = useAct(api.reveal, { refreshes: CHANGED, after: (out) => { keep(shelf, null); tell(out.drawn ? w.drawnDone : w.revealedDone); } });
  const send = (): void => {
    const secret = text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
    if (/^[0-9a-f]{32}$/.test(secret)) reveal.act({ id: of.id, secret });
    else setWrong(w.revealForm);
  };
  return (
    <>
      <p>{w.revealHint}</p>
      <Field label={w.revealField} value={text} autoComplete="off" spellCheck={false} maxLength={60} error={wrong ?? reveal.refusal?.sentence} onChange={(e) => { setText(e.target.value); setWrong(undefined); }} />
      <div className="drawacts"><button type="button" className="btn primary wide" disabled={reveal.busy} onClick={send}>{w.revealNow}</button></div>
    </>
  );
}

function Step({ of, self }: { of: One; self: Self }) {
  const w = useWords(words);
  const language = useLocale();
  const secret = kept(shelfOf(useMe().person.id, of.id));
  if (self.revealed) return <p className="drawsum ok">{w.revealedDone}</p>;
  if (of.frozenAt === null && self.commitment === null && of.stage !== 'off' && of.stage !== 'empty') return <Seal of={of} self={self} />;
  if (self.commitment === null) return <p>{w.neverSealed}</p>;
  if (of.stage === 'frozen') return <Reveal of={of} />;
  if (of.stage === 'off' || of.stage === 'drawn') return null;
  return (
    <>
      <p>{w.waitHint({ time: showTime(of.closesAt, language) })}</p>
      {secret === null ? null : <Secret text={secret} />}
    </>
  );
}

/** The page of a witness: make and seal a secret, wait, reveal it. The secret leaves the phone only at the end. */
export default function Witness() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(api.one, { id });
  return (
    <PhonePage title={w.witness} up="/draws-witnessed">
      <Loaded from={one}>
        {(d) => (
          <div className="drawlist">
            <Card>
              {d.witness === null ? <p>{w.notWitness}</p> : (
                <>
                  <p>{w.witnessLead({ title: d.title, no: d.witness.no })}</p>
                  <StepBar steps={[w.stepSeal, w.stepWait, w.stepReveal]} at={d.witness.revealed ? 3 : d.stage === 'frozen' ? 2 : d.witness.commitment === null ? 0 : 1} />
                  <Step of={d} self={d.witness} />
                  {d.witness.commitment === null ? null : <Marks of={[[w.mySeal, d.witness.commitment]]} />}
                </>
              )}
            </Card>
            <Card><Row icon="gift" title={w.seeDraw} to={`/draws/${id}`} /></Card>
          </div>
        )}
      </Loaded>
    </PhonePage>
  );
}

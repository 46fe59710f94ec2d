import { type ReactNode, useEffect, useState } from 'react';
import { Card, Icon, type Output, RefusedByServer, tell, useDraft, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { Answers } from '../../form.rules.ts';
import type { api } from '../../surveys.contract.ts';
import type { About } from '../../tally.rules.ts';
import { words } from '../phone.words.ts';
import { AboutYou } from './AboutYou.tsx';
import { canBlind, keptOf, send, type Sent, TokenElsewhere, type Voter } from './cast.ts';
import { Questionnaire } from './Questionnaire.tsx';

type Own = Output<typeof api.one>;
type Draft = { answers: Answers; about: About | null; begun: boolean };

/** How private a survey is, in plain words, before the first question. */
export function Privacy({ level }: { level: Own['level'] }) {
  const w = useWords(words);
  const [title, how] = level === 'blind' ? [w.anonymous, w.anonymousHow] : level === 'detached' ? [w.anonymous, w.mixedHow] : [w.named, w.namedHow];
  return <Card title={<><Icon name={level === 'open' ? 'me' : 'shield'} size={20} /> {title}</>}><p>{how}</p>{level === 'open' ? null : <p className="note">{w.anonymousRest}</p>}</Card>;
}

function Thanks({ sent, children }: { sent: Sent; children: ReactNode }) {
  const w = useWords(words);
  return (
    <Card>
      <div className="svthanks">
        <span className="rowicon ok"><Icon name="ok" size={40} /></span>
        <h2>{w.thanks}</h2>
        <p>{w.thanksText}</p>
        {sent.receipt ? <><p className="note">{w.receipt}</p><code className="svcode">{sent.receipt}</code><p className="note">{w.receiptHint}{sent.checked ? ` ${w.receiptFits}` : ''}</p></> : null}
        {children}
      </div>
    </Card>
  );
}

const mineOf = (s: Own): About => Object.fromEntries(s.groups.flatMap((d) => (s.mine[d] ? [[d, s.mine[d]]] : [])));

/**
 * Answers one survey, from how it is kept private to the receipt; drafts stay on the device.
 * @param who names the shelf on this device: the person, or the link
 */
export function Answering({ s, voter, who, after, foot, again }: { s: Own; voter: Voter; who: string; after: ReactNode; foot: (buttons: ReactNode) => ReactNode; again: () => void }) {
  const w = useWords(words);
  const language = useLocale();
  const draft = useDraft<Draft>(`survey.${s.id}.${who}`, { answers: {}, about: null, begun: false }, { anonymous: voter.kind !== 'own' });
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const [lost, setLost] = useState(false);
  const [ready, setReady] = useState(false);
  // only once for a survey: later writes are the person's own
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept is read when the screen opens
  useEffect(() => {
    void keptOf(s.id, who).then((kept) => {
      if (kept.answers && Object.keys(draft.value.answers).length === 0) draft.write({ answers: kept.answers, about: kept.about });
      if (s.given && s.level === 'blind' && kept.token === null && kept.asked === null) setLost(true);
      setReady(true);
    });
  }, [s.id, who]);
  const about = draft.value.about ?? mineOf(s);
  const hand = (answers: Answers): void => {
    setBusy(true);
    send(s, voter, who, { given: answers, about: Object.fromEntries(Object.entries(about).filter(([d, v]) => v && s.groups.includes(d as never))) })
      .then((done) => { setSent(done); draft.drop(); again(); })
      .catch((error: unknown) => {
        if (error instanceof TokenElsewhere) setLost(true);
        else if (error instanceof RefusedByServer) tell(error.status === 0 ? w.lost : error.sentence, 'bad');
        else tell(w.lost, 'bad');
      })
      .finally(() => setBusy(false));
  };
  if (sent) return <Thanks sent={sent}>{after}</Thanks>;
  if (!ready) return null;
  if (lost) return <Card><p>{voter.kind === 'link' ? w.linkGone : w.noKey}</p>{after}</Card>;
  if (s.level === 'blind' && !canBlind()) return <Card><p>{w.insecure}</p></Card>;
  if (!draft.value.begun) {
    return (
      <>
        <Card><h2>{s.title}</h2><p className="note">{s.union} · {w.minutes({ n: s.minutes })}</p>{s.about ? <p>{s.about}</p> : null}<p className="note">{w.draftKept}</p></Card>
        <Privacy level={s.level} />
        <AboutYou groups={s.groups} units={s.units} about={about} write={(a) => draft.write({ about: a })} />
        {foot(<button type="button" className="btn primary" onClick={() => draft.write({ begun: true, about })}>{s.given ? w.change : w.start}</button>)}
      </>
    );
  }
  return <Questionnaire form={s.form} answers={draft.value.answers} write={(answers) => draft.write({ answers })} language={language} done={hand} busy={busy} foot={foot} />;
}


import { useState } from 'react';
import { useParams } from 'react-router';
import { Attach, type Attached, attachments, Card, Chip, errorAt, Facts, FieldText, Icon, Loaded, type Output, PhonePage, showTime, Toggle, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../lockers.contract.ts';
import { loanTone } from '../both/Door.tsx';
import { Pictures } from '../both/Pictures.tsx';
import { words } from '../locker-ui.words.ts';
import '../lockers.css';

type LoanSeen = Output<typeof api.loan>;
const REFRESHED = [api.loan, api.mine, api.cabinet, api.near];

function OpenStep({ loan: l }: { loan: LoanSeen }) {
  const w = useWords(words);
  const door = useAct(api.returnDoor, { refreshes: REFRESHED, refused: () => true });
  return (
    <Card title={w.stepOpen} className="lkstep">
      <p className="note">{w.stepOpenHint({ place: l.place, no: l.no })}</p>
      <button type="button" className={`btn wide ${l.doorOpened ? '' : 'primary'}`} disabled={door.busy} onClick={() => door.act({ id: l.id })}><Icon name="lock" size={20} />{door.busy ? w.opening : l.doorOpened ? w.openAgain : w.openToReturn}</button>
      {door.refusal ? <p className="lkbad" role="alert"><b>{w.notOpened}</b>{door.refusal.sentence}</p> : null}
    </Card>
  );
}

function BackStep({ loan: l }: { loan: LoanSeen }) {
  const w = useWords(words);
  const [broken, setBroken] = useState(false);
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy, refusal } = useAct(api.giveBack, { done: w.thanks, refreshes: REFRESHED });
  return (
    <Card title={w.stepBack} className="lkstep">
      <p className="lkgood" role="status"><Icon name="ok" size={28} />{w.doorIsOpen}</p>
      <Toggle label={w.isBroken} note={w.isBrokenHint} checked={broken} onChange={setBroken} />
      <FieldText label={broken ? w.sayBroken : w.sayWhat} rows={2} maxLength={300} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <p className="note">{w.photo}</p>
      <Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} most={4} />
      <div className="lkacts"><button type="button" className="btn primary wide" disabled={busy || (broken && text.trim() === '')} onClick={() => act({ id: l.id, broken, text, files: files.map((f) => f.id) })}>{w.confirm}</button></div>
    </Card>
  );
}

function LostStep({ loan: l }: { loan: LoanSeen }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const { act, busy, refusal } = useAct(api.lost, { done: w.lostDone, refreshes: REFRESHED });
  return (
    <details className="card"><summary>{w.lostTitle}</summary>
      <p className="note">{w.lostHint}</p>
      <FieldText label={w.lostWhat} rows={2} maxLength={300} value={text} error={errorAt(refusal, 'text')} onChange={(e) => setText(e.target.value)} />
      <button type="button" className="btn wide" disabled={busy || text.trim().length < 2} onClick={() => act({ id: l.id, text: text.trim() })}>{w.lost}</button>
    </details>
  );
}

/** One loan of mine: until when, and giving it back in two steps. */
export default function Loan() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(api.loan, { id });
  const time = (at: string | null): string | null => (at ? showTime(at, language) : null);
  return (
    <Loaded from={seen} lines={6}>
      {(l) => (
        <PhonePage title={w.loanTitle({ label: l.label })} up="/locker-loans">
          <Card title={l.label} aside={<Chip kind={loanTone(l.state)}>{w[`loan_${l.state}`]}</Chip>}>
            <Facts of={[[w.where, `${l.place} · ${w.doorNo({ n: l.no })}`], [w.lentAt, time(l.lentAt)], [w.due, time(l.dueAt)], [w.ended, time(l.endedAt)], [w.note, l.note]]} />
            {l.state === 'overdue' ? <p className="lkbad">{l.daysLate > 0 ? w.lateDays({ n: l.daysLate }) : w.lateToday}</p> : null}
            <Pictures files={l.photos} />
          </Card>
          {l.may.includes('door') ? <OpenStep loan={l} /> : null}
          {l.may.includes('return') ? <BackStep loan={l} /> : null}
          {l.may.includes('lost') ? <LostStep loan={l} /> : null}
        </PhonePage>
      )}
    </Loaded>
  );
}

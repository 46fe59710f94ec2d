import { useState } from 'react';
import { ask, Card, errorAt, type Output, showTime, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../summer-care.contract.ts';
import { words } from '../care-ui.words.ts';
import { HealthFields } from './SignUp.tsx';

/** Allergies and health: said with a consent of its own, changed, withdrawn at once. */
export function HealthCard({ of: e }: { of: Output<typeof api.entry> }) {
  const w = useWords(words);
  const language = useLocale();
  const [open, setOpen] = useState(false);
  const [health, setHealth] = useState({ on: true, text: e.notes ?? '', agreed: false });
  const save = useAct(api.notes, { done: w.saved, refreshes: [api.entry], after: () => setOpen(false) });
  const withdraw = useAct(api.withdrawNotes, { done: w.withdrawn, refreshes: [api.entry], after: () => setHealth({ on: true, text: '', agreed: false }) });
  const take = async (): Promise<void> => { if (await ask({ title: w.withdrawAsk, text: w.withdrawText, yes: w.withdraw, danger: true })) withdraw.act({ id: e.id }); };
  return (
    <Card title={w.health}>
      {e.notes ? <p>{e.notes}</p> : <p className="note">{e.notesWithdrawnAt ? w.withdrawnAt({ time: showTime(e.notesWithdrawnAt, language) }) : w.noNotes}</p>}
      <p className="note">{w.notesSeen}</p>
      {open ? (
        <>
          <HealthFields value={health} text={e.consent.healthText} error={errorAt(save.refusal, 'notes.text')} onChange={setHealth} />
          <div className="careacts"><button type="button" className="btn primary" disabled={save.busy || !health.agreed || health.text.trim() === ''} onClick={() => save.act({ id: e.id, notes: { text: health.text.trim(), consentNo: e.consent.no } })}>{w.save}</button></div>
        </>
      ) : (
        <div className="careacts">
          {e.may.includes('notes') ? <button type="button" className="btn" onClick={() => setOpen(true)}>{e.notes ? w.changeNotes : w.addNotes}</button> : null}
          {e.may.includes('withdrawNotes') ? <button type="button" className="btn" disabled={withdraw.busy} onClick={() => void take()}>{w.withdraw}</button> : null}
        </div>
      )}
    </Card>
  );
}

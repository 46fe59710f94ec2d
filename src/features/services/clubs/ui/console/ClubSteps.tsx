import { useState } from 'react';
import { call, FieldText, useSteps, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../clubs.contract.ts';
import { desk } from '../../desk.contract.ts';
import type { Seen } from '../both/ClubFacts.tsx';
import { words } from '../desk-ui.words.ts';

const VERBS = ['approve', 'giveBack', 'decline', 'resume', 'suspend', 'dissolve'] as const;
type Verb = (typeof VERBS)[number];
const PLAIN: readonly Verb[] = ['approve', 'resume'];

/** The steps of the union that are open now; those with a reason open a form in place. */
export function ClubSteps({ club: c }: { club: Seen }) {
  const w = useWords(words);
  const [open, setOpen] = useState<Verb | null>(null);
  const [text, setText] = useState('');
  const steps = useSteps<Verb, string>({ send: async (verb, said) => { await call(desk[verb], { id: c.id, version: c.version, text: said }); }, done: (verb) => w[`done_${verb}`], one: api.club, also: [desk.register] });
  const may = VERBS.filter((v) => c.may.includes(v));
  const take = async (verb: Verb, said: string): Promise<void> => { if (await steps.take(verb, said)) { setOpen(null); setText(''); } };
  if (open && may.includes(open)) {
    return (
      <form className="fields noprint" onSubmit={(e) => { e.preventDefault(); void take(open, text.trim()); }}>
        <FieldText label={w.reason} hint={open === 'dissolve' ? w.dissolveAsk : w.reasonHint} rows={3} maxLength={500} autoFocus value={text} onChange={(e) => setText(e.target.value)} />
        <div className="clubacts"><button type="submit" className="btn primary" disabled={steps.busy || text.trim().length < 2}>{w[open]}</button><button type="button" className="btn" onClick={() => setOpen(null)}>{w.cancel}</button></div>
      </form>
    );
  }
  return may.length === 0 ? null : <div className="clubacts noprint">{may.map((v) => <button key={v} type="button" className={v === 'approve' ? 'btn primary' : 'btn'} disabled={steps.busy} onClick={() => (PLAIN.includes(v) ? void take(v, '') : setOpen(v))}>{w[v]}</button>)}</div>;
}

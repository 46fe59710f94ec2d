import { useState } from 'react';
import { Card, Loaded, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../messages.contract.ts';
import { words } from '../messages-ui.words.ts';
import '../messages.css';

type Choices = Output<typeof api.choices>;
type Group = Choices['groups'][number];

function GroupRow({ group: g, set }: { group: Group; set: (next: Group) => void }) {
  const w = useWords(words);
  return (
    <fieldset className="choicerow">
      <legend><h3>{g.title}</h3></legend>
      <div className="choicepair">
        <label>{w.email}
          <select value={g.email} onChange={(e) => set({ ...g, email: e.target.value as Group['email'] })}>
            <option value="now">{w.now}</option><option value="digest">{w.digest}</option><option value="off">{w.off}</option>
          </select>
        </label>
        <label>{w.sms}
          <select value={g.sms} onChange={(e) => set({ ...g, sms: e.target.value as Group['sms'] })}>
            <option value="now">{w.smsOn}</option><option value="off">{w.off}</option>
          </select>
        </label>
      </div>
    </fieldset>
  );
}

function Editing({ kept }: { kept: Choices }) {
  const w = useWords(words);
  const [c, set] = useState(kept);
  const { act, busy } = useAct(api.choose, { done: w.saved, refreshes: [api.choices] });
  const hour = (name: 'quietFrom' | 'quietTo' | 'digestAt', label: string) => (
    <label>{label}<input type="time" required value={c[name]} onChange={(e) => set({ ...c, [name]: e.target.value })} /></label>
  );
  const send = (): void => act({ ...c, groups: c.groups.map(({ group, email, sms }) => ({ group, email, sms })) });
  return (
    <form className="narrow" onSubmit={(e) => { e.preventDefault(); send(); }}>
      <Card title={w.howTitle}>
        <p className="note">{w.howHint}</p>
        {c.groups.map((g) => <GroupRow key={g.group} group={g} set={(next) => set({ ...c, groups: c.groups.map((old) => (old.group === g.group ? next : old)) })} />)}
      </Card>
      <Card title={w.quietTitle}>
        <p className="note">{w.quietHint}</p>
        <div className="hours">{hour('quietFrom', w.quietFrom)}{hour('quietTo', w.quietTo)}{hour('digestAt', w.digestAt)}</div>
      </Card>
      <button type="submit" className="btn primary wide" disabled={busy}>{w.save}</button>
    </form>
  );
}

/** By which ways a person wants to be told, and when not. */
export function ChoicesForm() {
  const choices = useCall(api.choices, {});
  return <Loaded from={choices}>{(kept) => <Editing kept={kept} />}</Loaded>;
}

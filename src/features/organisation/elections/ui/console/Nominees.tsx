import { Modal, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Attach, attachments, type Attached, Card, Chip, Empty, errorAt, Field, FieldText, Icon, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../elections.contract.ts';
import { words as part } from '../../elections.words.ts';
import { Person } from '../both/Person.tsx';
import '../elections.css';
import { words as phone } from '../phone.words.ts';
import { words } from '../desk.words.ts';

type Seen = Output<typeof desk.one>;
type Nominee = Seen['nominees'][number];
const CHANGED = [desk.one] as const;
const TRAITS = ['mainLeader', 'nearRelative', 'humanResources', 'foreignNational'] as const;
const TINT = { proposed: 'quiet', candidate: 'ok', dropped: 'late' } as const;

/** Finds a member of the union by name or staff number. */
export function MemberPick({ id, label, value, change }: { id: string; label: string; value: string | null; change: (id: string | null) => void }) {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const found = useCall(desk.people, { id, text: asked }, { when: asked !== '', keepWhileChanging: true });
  return (
    <Select {...namedList(label)} style={{ width: '100%' }} placeholder={label} allowClear value={value} onChange={(p: string | undefined) => change(p ?? null)} showSearch={{ filterOption: false, onSearch: setText }}
      options={(found.data?.items ?? []).map((p) => ({ value: p.id, label: [p.name, p.unit, p.job].filter(Boolean).join(' · ') }))} notFoundContent={null} />
  );
}

function Add({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const listed = e.posts.filter((x) => x.listed);
  const [post, setPost] = useState(listed[0]?.post ?? 'committee');
  const [person, setPerson] = useState<string | null>(null);
  const { act, busy, refusal } = useAct(desk.nominate, { done: w.nomineeSaved, refreshes: CHANGED, after: () => setPerson(null) });
  return (
    <form className="elecform noprint" onSubmit={(x) => { x.preventDefault(); if (person) act({ id: e.id, post, personId: person }); }}>
      <div><span className="eleclabel">{w.person}</span><MemberPick id={e.id} label={w.person} value={person} change={setPerson} />{errorAt(refusal, 'personId') ? <p className="elecerror" role="alert">{errorAt(refusal, 'personId')}</p> : null}</div>
      <div><span className="eleclabel">{w.post}</span><Select {...namedList(w.post)} style={{ width: '100%' }} value={post} onChange={setPost} options={listed.map((x) => ({ value: x.post, label: p[`post_${x.post}`] }))} /></div>
      <div><span className="eleclabel">&nbsp;</span><button type="submit" className="btn" disabled={busy || person === null}><Icon name="add" size={18} />{w.addNominee}</button></div>
    </form>
  );
}

function Check({ of: n, close }: { of: Nominee; close: () => void }) {
  const w = useWords(words);
  const [job, setJob] = useState(n.job);
  const [about, setAbout] = useState(n.about);
  const [traits, setTraits] = useState(() => Object.fromEntries(TRAITS.map((t) => [t, n[t]])) as Record<(typeof TRAITS)[number], boolean>);
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const { act, busy } = useAct(desk.setNominee, { done: w.nomineeSaved, refreshes: CHANGED, after: close });
  const save = (standing: Nominee['standing']) => () => act({ id: n.id, standing, job, about, files: files.map((f) => f.id), ...traits });
  return (
    <Modal open title={`${w.check} · ${n.name}`} onCancel={close} footer={<div className="elecacts" style={{ justifyContent: 'end' }}><button type="button" className="btn" disabled={busy} onClick={save('dropped')}>{w.drop}</button><button type="button" className="btn" disabled={busy} onClick={save('proposed')}>{w.keepProposed}</button><button type="button" className="btn primary" disabled={busy} onClick={save('candidate')}>{w.makeCandidate}</button></div>}>
      <div className="elec">
        <Field label={w.job} maxLength={60} value={job} onChange={(x) => setJob(x.target.value)} />
        <FieldText label={w.words} maxLength={500} value={about} onChange={(x) => setAbout(x.target.value)} />
        <div><span className="eleclabel">{w.picture}</span><Attach to={attachments.upload} input={(name) => ({ name })} most={1} value={files} onChange={setFiles} /></div>
        <fieldset className="elecchecks" style={{ border: 0, padding: 0, margin: 0 }}><legend className="eleclabel">{w.barsTitle}</legend>{TRAITS.map((t) => <label key={t}><input type="checkbox" checked={traits[t]} onChange={(x) => setTraits({ ...traits, [t]: x.target.checked })} />{w[t]}</label>)}</fieldset>
      </div>
    </Modal>
  );
}

/** Who was proposed for what, by how many, and who stands. */
export function Nominees({ of: e }: { of: Seen }) {
  const w = useWords(words);
  const p = useWords(part);
  const ph = useWords(phone);
  const [checking, setChecking] = useState<Nominee | null>(null);
  const may = e.may.includes('nominate');
  return (
    <Card title={w.nominees}>
      <div className="elec">
        {may ? <Add of={e} /> : null}
        {e.nominees.length === 0 ? <Empty icon="people" title={w.noNominees} hint={w.noNomineesHint} /> : null}
        {e.posts.filter((x) => x.listed && e.nominees.some((n) => n.post === x.post)).map((x) => {
          const some = e.nominees.filter((n) => n.post === x.post);
          return (
            <section key={x.post}>
              <p className="elecline"><b>{p[`post_${x.post}`]}</b><span className="note">{w.least({ seats: x.seats, least: x.least, n: some.filter((n) => n.standing === 'candidate').length })}</span></p>
              {some.map((n) => <Person key={n.id} of={n} note={[n.support === 0 ? w.byGroup : ph.supportN({ n: n.support }), ...n.bars].join(' · ')} end={<span className="elecline"><Chip kind={n.bars.length > 0 ? 'late' : TINT[n.standing]}>{p[`standing_${n.standing}`]}</Chip>{may ? <button type="button" className="btn plain noprint" aria-label={`${w.check} ${n.name}`} onClick={() => setChecking(n)}>{w.check}</button> : null}</span>} />)}
            </section>
          );
        })}
        {checking ? <Check of={checking} close={() => setChecking(null)} /> : null}
      </div>
    </Card>
  );
}

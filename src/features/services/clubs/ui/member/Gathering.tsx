import { useState } from 'react';
import { useParams } from 'react-router';
import { Attach, type Attached, attachments, Card, Chip, Facts, Field, Loaded, type Output, PhonePage, Qr, showTime, Toggle, useAct, useAddress, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../clubs.contract.ts';
import { meeting } from '../../gatherings.contract.ts';
import { words } from '../clubs-ui.words.ts';
import '../clubs.css';

type Seen = Output<typeof meeting.gathering>;
const CHANGED = [meeting.gathering, meeting.gatherings, api.club, api.members] as const;

/** The tick list of the leader: all members, those who came ticked. */
function Ticks({ of: g }: { of: Seen }) {
  const w = useWords(words);
  const members = usePages(api.members, { id: g.clubId, limit: 100 });
  const [came, setCame] = useState<readonly string[]>(g.people.map((p) => p.personId));
  const { act, busy } = useAct(meeting.tick, { done: w.ticked, refreshes: CHANGED });
  const all = [...g.people.map((p) => ({ personId: p.personId, name: p.name, unit: '' })), ...members.items.filter((m) => m.state !== 'waiting' && !g.people.some((p) => p.personId === m.personId))];
  const toggle = (id: string): void => setCame(came.includes(id) ? came.filter((x) => x !== id) : [...came, id]);
  return (
    <Card title={w.who}>
      <p className="note">{w.tickHint}</p>
      <div className="clubticks">{all.map((m) => <label key={m.personId}><input type="checkbox" checked={came.includes(m.personId)} onChange={() => toggle(m.personId)} /><span>{m.name}</span><small>{m.unit}</small></label>)}</div>
      {members.more ? <button type="button" className="btn wide" onClick={members.more}>{w.members}</button> : null}
      <button type="button" className="btn primary wide" disabled={busy} onClick={() => act({ id: g.id, people: [...came] })}>{w.saveTicks({ n: came.length })}</button>
    </Card>
  );
}

function Here({ id }: { id: string }) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  const code = useCall(meeting.here, { id }, { when: open });
  return (
    <Card title={w.here}>
      <p className="note">{w.hereHint}</p>
      {open ? <Loaded from={code} lines={3}>{(c) => <div className="clubqr"><Qr text={`${location.origin}/club-gatherings/${id}?here=${c.here}`} size={220} label={w.here} /></div>}</Loaded> : <button type="button" className="btn wide" onClick={() => setOpen(true)}>{w.showHere}</button>}
    </Card>
  );
}

function Rate({ of: g }: { of: Seen }) {
  const w = useWords(words);
  const [comment, setComment] = useState('');
  const { act, busy } = useAct(meeting.rate, { done: w.rated, refreshes: CHANGED });
  return (
    <Card title={w.rateHow}>
      <div className="fields">
        <Field label={w.comment} maxLength={300} value={comment} onChange={(e) => setComment(e.target.value)} />
        <div className="clubchips">{[1, 2, 3, 4, 5].map((n) => <button key={n} type="button" aria-pressed={g.own?.stars === n} disabled={busy} onClick={() => act({ id: g.id, stars: n, comment })}>{w.star({ n })}</button>)}</div>
      </div>
    </Card>
  );
}

function Photos({ of: g }: { of: Seen }) {
  const w = useWords(words);
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const [agreed, setAgreed] = useState(false);
  const { act, busy } = useAct(meeting.addPhotos, { done: w.photosAdded, refreshes: CHANGED, after: () => { setFiles([]); setAgreed(false); } });
  const may = g.may.includes('photo');
  if (!may && g.photos.length === 0) return null;
  return (
    <Card title={w.photos}>
      <div className="clubpics">{g.photos.map((p) => <a key={p} href={attachments.open.path.replace(':id', p)} target="_blank" rel="noreferrer"><img src={attachments.thumbnail.path.replace(':id', p)} alt={w.photo} loading="lazy" /></a>)}</div>
      {may ? <div className="fields"><Attach to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} most={9} /><Toggle label={w.consent} checked={agreed} onChange={setAgreed} /><button type="button" className="btn" disabled={busy || files.length === 0 || !agreed} onClick={() => act({ id: g.id, files: files.map((f) => f.id), consent: true })}>{w.addPhotos}</button></div> : null}
    </Card>
  );
}

function Drop({ id }: { id: string }) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const { act, busy } = useAct(meeting.drop, { done: w.wasDropped, refreshes: CHANGED });
  return <Card><details className="clubfold"><summary>{w.drop}</summary><div className="fields"><Field label={w.dropWhy} maxLength={300} value={why} onChange={(e) => setWhy(e.target.value)} /><button type="button" className="btn" disabled={busy || why.trim().length < 2} onClick={() => act({ id, why })}>{w.drop}</button></div></details></Card>;
}

function Shown({ of: g }: { of: Seen }) {
  const w = useWords(words);
  const language = useLocale();
  const [code] = useAddress('here');
  const checkIn = useAct(meeting.checkIn, { done: w.checkedIn, refreshes: CHANGED });
  return (
    <>
      <Card>
        {g.dropped ? <p className="clubline"><Chip kind="late">{w.dropped}</Chip>{g.why}</p> : null}
        <Facts of={[[w.gTime, showTime(g.startsAt, language)], [w.gPlace, g.place], [w.who, g.came > 0 ? w.cameN({ n: g.came }) : ''], [w.rating, g.stars === null ? '' : w.starsOf({ stars: g.stars, n: g.ratings })], [w.gAbout, g.about]]} />
        {g.own ? <p><Chip kind="ok" icon="check">{w.checkedIn}</Chip></p> : code && g.may.includes('checkIn') ? <button type="button" className="btn primary wide big" disabled={checkIn.busy} onClick={() => checkIn.act({ id: g.id, here: code })}>{w.checkIn}</button> : null}
      </Card>
      {g.may.includes('here') ? <Here id={g.id} /> : null}
      {g.may.includes('tick') ? <Ticks of={g} /> : g.people.length > 0 ? <Card title={w.who}><p className="clubchips">{g.people.map((p) => <Chip key={p.personId}>{p.name}</Chip>)}</p></Card> : null}
      {g.may.includes('rate') ? <Rate of={g} /> : null}
      <Photos of={g} />
      {g.may.includes('drop') ? <Drop id={g.id} /> : null}
    </>
  );
}

/** One gathering: who came, the code at the place, ratings and pictures. */
export default function Gathering() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const gathering = useCall(meeting.gathering, { id });
  return <PhonePage title={gathering.data?.title ?? w.gatherings} up={gathering.data ? `/clubs/${gathering.data.clubId}` : '/clubs'}><Loaded from={gathering} lines={6}>{(g) => <Shown key={`${g.id} ${g.came}`} of={g} />}</Loaded></PhonePage>;
}

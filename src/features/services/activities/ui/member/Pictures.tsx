import { useState } from 'react';
import { useParams } from 'react-router';
import { ask, Attach, type Attached, attachments, Card, Chip, Empty, Field, Icon, Loaded, type Output, PhonePage, tell, Toggle, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import { words } from '../activities-ui.words.ts';
import { Picture } from '../both/Picture.tsx';
import '../activities.css';

type Photo = Output<typeof api.photos>['items'][number];

function Add({ id }: { id: string }) {
  const w = useWords(words);
  const [files, setFiles] = useState<readonly Attached[]>([]);
  const [caption, setCaption] = useState('');
  const [consent, setConsent] = useState(false);
  const [round, setRound] = useState(0);
  const { act, busy } = useAct(api.addPhotos, { done: w.photosSent, refreshes: [api.photos], after: () => { setFiles([]); setCaption(''); setConsent(false); setRound(round + 1); } });
  const send = (): void => { if (consent) act({ id, files: files.map((f) => f.id), caption, consent: true }); else tell(w.consentMissing, 'bad'); };
  return (
    <Card title={w.addPhotos}>
      <div className="fields">
        <Attach key={round} to={attachments.upload} input={(name) => ({ name })} value={files} onChange={setFiles} />
        <Field label={w.caption} maxLength={100} value={caption} onChange={(e) => setCaption(e.target.value)} />
        <Toggle label={w.consent} note={w.consentHint} checked={consent} onChange={setConsent} />
        <button type="button" className="btn primary wide" disabled={busy || files.length === 0} onClick={send}>{w.sendPhotos}</button>
      </div>
    </Card>
  );
}

function One({ photo: p, n }: { photo: Photo; n: number }) {
  const w = useWords(words);
  const contest = useAct(api.contest, { done: w.hiddenNow, refreshes: [api.photos] });
  const back = useAct(api.takeBack, { done: w.tookBack, refreshes: [api.photos] });
  const hide = async (): Promise<void> => { if (await ask({ title: w.itsMeAsk, text: w.itsMeHint, yes: w.itsMe })) contest.act({ id: p.id }); };
  const take = async (): Promise<void> => { if (await ask({ title: w.takeBackAsk, yes: w.takeBack })) back.act({ id: p.id }); };
  return (
    <li>
      <Picture photo={p} label={p.caption || w.photoOf({ n })} />
      {p.caption ? <small>{p.caption}</small> : null}
      {p.state === 'waiting' ? <Chip kind="warn">{w.photoWaiting}</Chip> : p.state === 'contested' ? <Chip kind="late">{w.photoContested}</Chip> : null}
      {p.mine ? <button type="button" className="btn plain" onClick={() => void take()}>{w.takeBack}</button> : p.state === 'released' ? <button type="button" className="btn plain" onClick={() => void hide()}><Icon name="hidden" size={16} />{w.itsMe}</button> : null}
    </li>
  );
}

/** Pictures of an activity: adding with consent, and asking to take one down. */
export default function Pictures() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const activity = useCall(api.activity, { id });
  const photos = useCall(api.photos, { id });
  return (
    <PhonePage title={w.photos} up={`/activities/${id}`}>
      {activity.data?.may.includes('photo') ? <Add id={id} /> : null}
      <Loaded from={photos} lines={6}>
        {({ items }) => <Card title={activity.data?.title ?? w.photos}>{items.length === 0 ? <Empty icon="photo" title={w.noPhotos} hint={w.noPhotosHint} /> : <ul className="actphotos">{items.map((p, i) => <One key={p.id} photo={p} n={i + 1} />)}</ul>}</Card>}
      </Loaded>
    </PhonePage>
  );
}

import { useState } from 'react';
import { ask, Card, Chip, Empty, errorAt, Field, Loaded, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import { desk } from '../../desk.contract.ts';
import type { Seen } from '../both/Look.tsx';
import { Picture } from '../both/Picture.tsx';
import { words } from '../desk-ui.words.ts';

type Photo = Output<typeof api.photos>['items'][number];
const LOOK = { waiting: 'warn', released: 'ok', contested: 'late', removed: 'quiet' } as const;

function One({ photo: p, n }: { photo: Photo; n: number }) {
  const w = useWords(words);
  const [why, setWhy] = useState('');
  const release = useAct(desk.releasePhoto, { done: w.released, refreshes: [api.photos] });
  const remove = useAct(desk.removePhoto, { done: w.removed, refreshes: [api.photos] });
  const take = async (): Promise<void> => { if (await ask({ title: w.removeAsk, text: w.removeHint, yes: w.takeDown, danger: true })) remove.act({ id: p.id }); };
  const said = { waiting: w.photoWaiting, released: w.photoReleased, contested: w.photoContested, removed: w.removed };
  return (
    <li>
      <Picture photo={p} label={p.caption || w.photoN({ n })} />
      <span className="actrow"><Chip kind={LOOK[p.state]}>{said[p.state]}</Chip></span>
      <small>{w.by({ name: p.by })}{p.caption ? ` · ${p.caption}` : ''}</small>
      {p.state === 'contested' ? <><small>{w.contestedBy({ name: p.contestedBy, why: p.why })}</small><Field label={w.releaseWhy} maxLength={300} value={why} error={errorAt(release.refusal, 'why')} onChange={(e) => setWhy(e.target.value)} /></> : null}
      <span className="actacts noprint">{p.state === 'released' ? null : <button type="button" className="btn" disabled={release.busy} onClick={() => release.act({ id: p.id, why })}>{w.release}</button>}<button type="button" className="btn plain" disabled={remove.busy} onClick={() => void take()}>{w.takeDown}</button></span>
    </li>
  );
}

/** Pictures that participants gave: released or taken down here. */
export function PhotosTab({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const photos = useCall(api.photos, { id: a.id });
  return (
    <Card>
      <Loaded from={photos} lines={4}>{({ items }) => (items.length === 0 ? <Empty icon="photo" title={w.noPhotos} hint={w.noPhotosHint} /> : <ul className="actphotos">{items.map((p, i) => <One key={p.id} photo={p} n={i + 1} />)}</ul>)}</Loaded>
    </Card>
  );
}

import type { ReactNode } from 'react';
import { attachments, Icon, useWords } from '../../../../../web/kit/index.ts';
import '../elections.css';
import { words } from '../phone.words.ts';

type Who = { readonly name: string; readonly unit: string; readonly job: string; readonly about: string; readonly sex: string; readonly picture: string | null };

/** Somebody who is proposed or stands, with picture and words. */
export function Person({ of: p, note, end }: { of: Who; note?: ReactNode; end?: ReactNode }) {
  const w = useWords(words);
  return (
    <div className="elecperson">
      {p.picture ? <img src={attachments.thumbnail.path.replace(':id', p.picture)} alt={w.photoOf({ name: p.name })} loading="lazy" /> : <span className="noface"><Icon name="me" size={28} /></span>}
      <div><b>{p.name}</b> <small>{[p.sex === 'female' ? w.female : p.sex === 'male' ? w.male : '', p.unit, p.job].filter(Boolean).join(' · ')}</small>{p.about ? <p>{p.about}</p> : null}{note ? <p><small>{note}</small></p> : null}</div>
      <span>{end}</span>
    </div>
  );
}

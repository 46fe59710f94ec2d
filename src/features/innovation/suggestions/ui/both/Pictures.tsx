import { attachments, Icon, type Output } from '../../../../../web/kit/index.ts';
import type { api } from '../../suggestions.contract.ts';
import '../review.css';

type FileView = Output<typeof api.one>['files'][number];
const addressOf = (id: string, small: boolean): string => (small ? attachments.thumbnail : attachments.open).path.replace(':id', id);

/** Pictures and files of a suggestion. */
export function Pictures({ files }: { files: readonly FileView[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="sugfiles">
      {files.map((f) => (
        <li key={f.id}>
          {f.image ? <a href={addressOf(f.id, false)} target="_blank" rel="noreferrer"><img src={addressOf(f.id, true)} alt={f.name} loading="lazy" /></a>
            : <a href={addressOf(f.id, false)} download={f.name}><Icon name="file" size={18} />{f.name}</a>}
        </li>
      ))}
    </ul>
  );
}

import { attachments, Icon, type Output, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../suggestions.contract.ts';
import { words } from '../own-ui.words.ts';

type Shown = Output<typeof api.one>['files'];
const at = (route: { readonly path: string }, id: string): string => route.path.replace(':id', id);

/** Pictures small, other files by name; each opens whole. */
export function Photos({ files }: { files: Shown }) {
  const w = useWords(words);
  if (files.length === 0) return null;
  return (
    <ul className="sugphotos">
      {files.map(({ id, name, image }) => (
        <li key={id} className={image ? '' : 'sugfile'}>
          <a href={at(attachments.open, id)} target="_blank" rel="noreferrer">{image ? <img src={at(attachments.thumbnail, id)} alt={w.photo({ name })} loading="lazy" /> : <><Icon name="file" size={18} />{name}</>}</a>
        </li>
      ))}
    </ul>
  );
}

import { attachments } from '../../../../../web/kit/index.ts';

/** Small pictures that open large. */
export function Pictures({ files }: { files: readonly { readonly id: string; readonly name: string; readonly image: boolean }[] }) {
  const at = (path: string, id: string): string => path.replace(':id', id);
  return files.map((f) => <a key={f.id} href={at(attachments.open.path, f.id)} target="_blank" rel="noreferrer">{f.image ? <img src={at(attachments.thumbnail.path, f.id)} alt={f.name} loading="lazy" width={56} height={56} /> : f.name}</a>);
}

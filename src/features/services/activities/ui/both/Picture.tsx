import { attachments, Icon } from '../../../../../web/kit/index.ts';

/** One picture, to be opened in full. */
export function Picture({ photo, label }: { photo: { readonly fileId: string | null }; label: string }) {
  if (photo.fileId === null) return <span className="actnophoto" role="img" aria-label={label}><Icon name="photo" size={32} /></span>;
  return <a href={attachments.open.path.replace(':id', photo.fileId)} target="_blank" rel="noreferrer"><img src={attachments.thumbnail.path.replace(':id', photo.fileId)} alt={label} loading="lazy" /></a>;
}

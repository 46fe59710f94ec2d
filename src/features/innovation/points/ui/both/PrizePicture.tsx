import { attachments, Icon } from '../../../../../web/kit/index.ts';
import '../points.css';

/** The newest picture of a prize, or the sign of a gift. */
export function PrizePicture({ files, title }: { files: readonly { readonly id: string; readonly image: boolean }[]; title: string }) {
  const picture = files.find((f) => f.image);
  return <span className="prizepicture">{picture ? <img src={attachments.thumbnail.path.replace(':id', picture.id)} alt={title} loading="lazy" /> : <Icon name="gift" />}</span>;
}

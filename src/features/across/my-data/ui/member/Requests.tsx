import { Link } from 'react-router';
import { Card, Chip, Empty, Icon, LoadedPages, PhonePage, Row, showDate, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../my-data.contract.ts';
import { words } from '../my-data-ui.words.ts';

/** My requests, the latest change first. */
export default function Requests() {
  const w = useWords(words);
  const language = useLocale();
  const mine = usePages(api.mine, {});
  return (
    <PhonePage title={w.myRequests} up="/my-data/held" foot={<Link className="btn primary" to="/my-data/requests/new"><Icon name="edit" size={20} />{w.newRequest}</Link>}>
      <Card>
        <LoadedPages from={mine} empty={<Empty icon="edit" title={w.noRequests} hint={w.noRequestsHint} />}>
          {(items) => <>{items.map((r) => (
            <Row key={r.id} title={r.title} note={`${r.number} · ${showDate(r.openedAt, language)}`} to={`/my-data/requests/${r.id}`}
              end={<Chip kind={r.state === 'done' ? 'ok' : r.state === 'declined' ? 'warn' : 'info'}>{r.stateWord}</Chip>} />
          ))}</>}
        </LoadedPages>
      </Card>
    </PhonePage>
  );
}

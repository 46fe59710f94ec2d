import { Link, useParams } from 'react-router';
import { Card, DeskPage, Icon, Loaded, refresh, useCall, useLive, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../payment-lists.contract.ts';
import { words } from '../payment-lists-ui.words.ts';
import '../payment-lists.css';
import { Actions } from './Actions.tsx';
import { People } from './People.tsx';
import { Standing, Story } from './Standing.tsx';

/** One payment list: people and lines, what it comes to, who did what, what is to be done. */
export default function ListPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const list = useCall(api.list, { id });
  useLive(() => void refresh(api.list));
  return (
    <Loaded from={list} lines={8}>
      {(l) => (
        <DeskPage title={l.title} about={<span className="num">{l.number}</span>}
          actions={<><Link className="btn" to={`/payment-lists/${id}/print`}><Icon name="print" size={18} />{w.print}</Link><Actions list={l} /></>}>
          <div className="split">
            <People list={l} />
            <aside className="beside">
              <Card title={w.way}><Standing list={l} /></Card>
              <Card title={w.story}><Story list={l} /></Card>
            </aside>
          </div>
        </DeskPage>
      )}
    </Loaded>
  );
}

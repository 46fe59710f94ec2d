import { Tabs } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { Chip, DeskPage, Icon, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import '../daily.css';
import { words } from '../desk.words.ts';
import { Bank } from './Bank.tsx';
import { Figures } from './Figures.tsx';
import { Plan } from './Plan.tsx';
import { Settings } from './Settings.tsx';

/** One board: its schedule, its bank, its figures. */
export default function BoardPage() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const boards = useCall(api.boards, { unionId: id, limit: 100 });
  const board = boards.data?.items.find((b) => b.id === id) ?? null;
  const actions = board ? <><Chip kind={board.closedOn === null ? 'union' : 'quiet'}>{board.closedOn === null ? w.state_running : w.state_closed}</Chip><Settings unionId={id} board={board}>{(show) => <button type="button" className="btn" onClick={show}><Icon name="settings" size={18} />{w.settings}</button>}</Settings></> : null;
  return (
    <DeskPage title={board ? `${board.union} · ${w.title}` : w.title} actions={actions}>
      <Loaded from={boards}>
        {() => (
          <Tabs
            activeKey={params.get('tab') ?? 'plan'} onChange={(key) => setParams({ tab: key }, { replace: true })} destroyOnHidden
            items={[{ key: 'plan', label: w.tab_plan, children: <Plan id={id} /> }, { key: 'bank', label: w.tab_bank, children: <Bank id={id} /> }, { key: 'figures', label: w.tab_figures, children: <Figures id={id} /> }]}
          />
        )}
      </Loaded>
    </DeskPage>
  );
}

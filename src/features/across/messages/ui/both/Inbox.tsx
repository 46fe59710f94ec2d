import { Card, Empty, Icon, LoadedPages, useAct, useAddress, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../messages.contract.ts';
import { words } from '../messages-ui.words.ts';
import { MessageList, type Where } from './MessageList.tsx';

/** The inbox: all or unread, and one press to have read everything that is shown. */
export function Inbox({ where }: { where: Where }) {
  const w = useWords(words);
  const [view, setView] = useAddress('view');
  const unread = view === 'unread';
  const messages = usePages(api.list, { unread: unread ? 'true' : 'false' });
  const { act, busy } = useAct(api.read, { done: w.readDone, refreshes: [api.list, api.unread] });
  const newest = messages.items[0]?.toldAt;
  return (
    <>
      <div className="msgbar">
        <fieldset className="msgviews" aria-label={w.views}>
          <button type="button" aria-pressed={!unread} onClick={() => setView(undefined)}>{w.all}</button>
          <button type="button" aria-pressed={unread} onClick={() => setView('unread')}>{w.unreadOnly}</button>
        </fieldset>
        <span className="grow" />
        <button type="button" className="btn plain" disabled={busy || newest === undefined} onClick={() => { if (newest) act({ until: newest }); }}><Icon name="check" size={18} />{w.readAll}</button>
      </div>
      <LoadedPages from={messages} empty={<Card>{unread ? <Empty icon="ok" title={w.emptyUnread} /> : <Empty icon="messages" title={w.empty} hint={w.emptyHint} />}</Card>}>
        {(items) => <MessageList items={items} where={where} />}
      </LoadedPages>
    </>
  );
}

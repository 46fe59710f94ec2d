import { Link } from 'react-router';
import { DeskPage, Icon, useWords } from '../../../../../web/kit/index.ts';
import { Inbox } from '../both/Inbox.tsx';
import { words } from '../messages-ui.words.ts';

/** An officer's messages. */
export default function Messages() {
  const w = useWords(words);
  return (
    <DeskPage title={w.title} actions={<Link className="btn" to="/messages/settings"><Icon name="settings" size={18} />{w.settings}</Link>}>
      <div className="narrow"><Inbox where="console" /></div>
    </DeskPage>
  );
}

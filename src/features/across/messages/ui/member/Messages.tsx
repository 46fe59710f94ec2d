import { Link } from 'react-router';
import { Icon, useWords } from '../../../../../web/kit/index.ts';
import { Inbox } from '../both/Inbox.tsx';
import { words } from '../messages-ui.words.ts';

/** The tab of messages. */
export default function Messages() {
  const w = useWords(words);
  return (
    <>
      <title>{w.title}</title>
      <main className="stack">
        <div className="msgbar">
          <h1 className="tabtitle grow">{w.title}</h1>
          <Link className="iconbtn" to="/messages/settings" aria-label={w.settings}><Icon name="settings" /></Link>
        </div>
        <Inbox where="member" />
      </main>
    </>
  );
}

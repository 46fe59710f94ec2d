import { DeskPage, useWords } from '../../../../../web/kit/index.ts';
import { ConsentList } from '../both/ConsentList.tsx';
import { words } from '../sign-in-ui.words.ts';

/** What may be done with an officer's own personal data. */
export default function Consents() {
  const w = useWords(words);
  return <DeskPage title={w.consentsTitle}><div className="columns"><ConsentList /></div></DeskPage>;
}

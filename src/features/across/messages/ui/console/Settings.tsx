import { DeskPage, useWords } from '../../../../../web/kit/index.ts';
import { ChoicesForm } from '../both/ChoicesForm.tsx';
import { words } from '../messages-ui.words.ts';

/** How an officer wants to be told. */
export default function Settings() {
  const w = useWords(words);
  return <DeskPage title={w.settings} crumbs={[{ title: w.title, to: '/messages' }]}><ChoicesForm /></DeskPage>;
}

import { DeskPage, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../care-desk.words.ts';
import { ChildrenList } from './ChildrenList.tsx';
import { Tabs } from './Tabs.tsx';

/** Children of all sessions I keep, masked. */
export default function Children() {
  const w = useWords(words);
  return <DeskPage title={w.children}><Tabs /><ChildrenList /></DeskPage>;
}

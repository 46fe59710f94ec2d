import { Card, PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { NoticeText } from '../both/NoticeText.tsx';
import { words } from '../sign-in-ui.words.ts';

/** The privacy notice, also for those who are not signed in. */
export default function Notice() {
  const w = useWords(words);
  return <PhonePage title={w.notice} up="/sign-in"><Card><NoticeText /></Card></PhonePage>;
}

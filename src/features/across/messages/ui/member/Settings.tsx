import { PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { ChoicesForm } from '../both/ChoicesForm.tsx';
import { words } from '../messages-ui.words.ts';

/** How I want to be told. */
export default function Settings() {
  const w = useWords(words);
  return <PhonePage title={w.settings} up="/messages"><ChoicesForm /></PhonePage>;
}

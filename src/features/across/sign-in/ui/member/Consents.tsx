import { PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { ConsentList } from '../both/ConsentList.tsx';
import { words } from '../sign-in-ui.words.ts';

/** What may be done with my personal data. */
export default function Consents() {
  const w = useWords(words);
  return <PhonePage title={w.consentsTitle} up="/me"><ConsentList /></PhonePage>;
}

import { PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { Authenticator, Devices, Password, Phone } from '../both/SafetyCards.tsx';
import { VendorAccounts } from './VendorAccounts.tsx';
import { words } from '../sign-in-ui.words.ts';

/** Devices, password and second factor. */
export default function Safety() {
  const w = useWords(words);
  return <PhonePage title={w.safetyTitle} up="/me"><Devices /><Phone /><VendorAccounts /><Password /><Authenticator /></PhonePage>;
}

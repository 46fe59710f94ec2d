import { DeskPage, useWords } from '../../../../../web/kit/index.ts';
import { Authenticator, Devices, Password, Phone } from '../both/SafetyCards.tsx';
import { words } from '../sign-in-ui.words.ts';

/** Devices, password and second factor of an officer. */
export default function Safety() {
  const w = useWords(words);
  return <DeskPage title={w.safetyTitle}><div className="columns even"><Devices /><Phone /><Password /><Authenticator /></div></DeskPage>;
}

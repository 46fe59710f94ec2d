import { ScanPage } from '../both/ScanPage.tsx';

/** The scanner on an officer's phone: opened once with a network, it opens without one. */
export default function Scan() {
  return <ScanPage home={() => '/'} />;
}

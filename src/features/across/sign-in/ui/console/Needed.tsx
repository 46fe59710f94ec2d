import { NeededPage } from '../both/Needed.tsx';

/** One more step before this app opens. */
export default function Needed() {
  return <NeededPage app="console" />;
}

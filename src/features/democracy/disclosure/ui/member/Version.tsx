import { useParams } from 'react-router';
import { Loaded, PhonePage, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../disclosure.contract.ts';
import { VersionShown } from '../both/VersionShown.tsx';
import { words } from '../disclosure-ui.words.ts';

/** One version with what it changed. */
export default function Version() {
  const w = useWords(words);
  const { id = '', no = '1' } = useParams();
  const version = useCall(api.version, { id, no: Number(no) });
  return <PhonePage title={w.versionTitle({ n: no })} up={`/disclosures/${id}`}><Loaded from={version} lines={8}>{(v) => <VersionShown of={v} />}</Loaded></PhonePage>;
}

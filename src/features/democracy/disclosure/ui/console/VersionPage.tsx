import { useParams } from 'react-router';
import { DeskPage, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../disclosure.contract.ts';
import { VersionShown } from '../both/VersionShown.tsx';
import { words } from '../disclosure-ui.words.ts';

/** One version with what it changed. */
export default function VersionPage() {
  const w = useWords(words);
  const { id = '', no = '1' } = useParams();
  const version = useCall(api.version, { id, no: Number(no) });
  return <DeskPage title={w.versionTitle({ n: no })}><Loaded from={version} lines={8}>{(v) => <div className="pubdesk"><VersionShown of={v} /></div>}</Loaded></DeskPage>;
}

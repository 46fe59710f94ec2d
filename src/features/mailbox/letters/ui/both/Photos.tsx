import { useEffect, useState } from 'react';
import { attachments, Icon, type Output, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words } from '../letter-ui.words.ts';

type FileView = Output<typeof api.letter>['files'][number];

const addressOf = (id: string, small: boolean): string => (small ? attachments.thumbnail : attachments.open).path.replace(':id', id);

/** A picture fetched with the follow-up code in the body, never in an address; no cookie goes along. */
function useByCode(id: string, code: string | undefined, small: boolean): string | undefined {
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    if (!code) return;
    let made: string | undefined;
    const stop = new AbortController();
    void fetch(api.openFileByCode.path, {
      method: 'POST', credentials: 'omit', signal: stop.signal, headers: { 'content-type': 'application/json', 'x-niangjia': '1' }, body: JSON.stringify({ code, id, small }),
    }).then(async (answer) => {
      if (!answer.ok || stop.signal.aborted) return;
      made = URL.createObjectURL(await answer.blob());
      setPicture(made);
    }).catch(() => undefined);
    return () => {
      stop.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, code, small]);
  return picture;
}

function Photo({ file, code }: { file: FileView; code: string | undefined }) {
  const w = useWords(words);
  const small = useByCode(file.id, code, file.image);
  const shown = code ? small : addressOf(file.id, true);
  const whole = code ? small : addressOf(file.id, false);
  if (!file.image) return <li className="letterfile"><a href={whole} download={file.name}><Icon name="file" size={18} />{file.name}</a></li>;
  return <li><a href={whole} target="_blank" rel="noreferrer">{shown ? <img src={shown} alt={w.photo({ name: file.name })} loading="lazy" /> : null}</a></li>;
}

/** Photos and files of a letter. With `code` they are opened by the follow-up code instead of a session. */
export function Photos({ files, code }: { files: readonly FileView[]; code?: string | undefined }) {
  if (files.length === 0) return null;
  return <ul className="letterphotos">{files.map((f) => <Photo key={f.id} file={f} code={code} />)}</ul>;
}

import { useEffect, useId, useRef, useState } from 'react';
import { type AnyEndpoint, type Input, type Output, RefusedByServer, sendFile } from './client.ts';
import { Icon } from './icons.tsx';
import { shrink } from './images.ts';
import { words } from './kit.words.ts';
import { useWords } from './language.ts';
import { newKey } from './keys.ts';
import { tell } from './toast.tsx';

/** A file that reached the server. */
export type Attached = { readonly id: string; readonly name: string };

type Row = { readonly key: string; readonly name: string; readonly picture?: string; readonly id?: string };

/** How files are chosen and where they go. */
export type AttachProps<E extends AnyEndpoint> = {
  /** a route with `upload` that answers `{ id }` */
  readonly to: E;
  /** the address fields of that route for a file of this name */
  readonly input: (name: string, type: string) => Input<E>;
  readonly value: readonly Attached[];
  readonly onChange: (files: readonly Attached[]) => void;
  /** how many at most; 9 unless told */
  readonly most?: number;
  /** only pictures unless other types are named here (`.pdf,.docx`) */
  readonly accept?: string;
  readonly anonymous?: boolean;
  readonly disabled?: boolean;
};

/** Chooses photos or files, shrinks photos on the phone, sends them one by one and shows them. A form's item may hold it. */
export function Attach<E extends AnyEndpoint>({ to, input, value, onChange, most = 9, accept = 'image/*', anonymous, disabled }: AttachProps<E>) {
  const w = useWords(words);
  const id = useId();
  const [rows, setRows] = useState<readonly Row[]>(() => value.map((f) => ({ key: f.id, name: f.name, id: f.id })));
  const latest = useRef(value);
  latest.current = value;
  const pictures = useRef<string[]>([]);
  useEffect(() => () => {
    for (const address of pictures.current) URL.revokeObjectURL(address);
  }, []);

  async function add(chosen: File): Promise<void> {
    const key = newKey();
    try {
      const file = await shrink(chosen);
      const picture = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined;
      if (picture) pictures.current.push(picture);
      setRows((all) => [...all, { key, name: file.name, ...(picture ? { picture } : {}) }]);
      const out = (await sendFile(to, input(file.name, file.type), file, { anonymous: anonymous ?? false })) as Output<E> & { id: string };
      setRows((all) => all.map((r) => (r.key === key ? { ...r, id: out.id } : r)));
      latest.current = [...latest.current, { id: out.id, name: file.name }];
      onChange(latest.current);
    } catch (why) {
      setRows((all) => all.filter((r) => r.key !== key));
      tell(why instanceof RefusedByServer ? why.sentence : why instanceof Error ? why.message : w.serverTrouble, 'bad');
    }
  }

  async function addAll(files: FileList | null): Promise<void> {
    for (const file of [...(files ?? [])].slice(0, most - rows.length)) await add(file);
  }

  function remove(row: Row): void {
    setRows((all) => all.filter((r) => r.key !== row.key));
    onChange(value.filter((f) => f.id !== row.id));
  }

  return (
    <div className="attach">
      <ul>
        {rows.map((row) => (
          <li key={row.key} aria-busy={!row.id}>
            {row.picture ? <img src={row.picture} alt={row.name} /> : <span className="attachname"><Icon name="file" />{row.name}</span>}
            {row.id ? <button type="button" aria-label={w.fileRemove({ name: row.name })} onClick={() => remove(row)}><Icon name="close" size={16} /></button> : <span className="sending" role="status" aria-label={w.fileSending({ name: row.name })} />}
          </li>
        ))}
        {rows.length < most && !disabled ? (
          <li className="attachadd">
            <label htmlFor={id}><Icon name={accept === 'image/*' ? 'camera' : 'upload'} />{accept === 'image/*' ? w.photoAdd : w.fileAdd}</label>
            <input id={id} type="file" accept={accept} multiple={most > 1} onChange={(e) => { void addAll(e.target.files); e.target.value = ''; }} />
          </li>
        ) : null}
      </ul>
      {accept === 'image/*' ? <p className="note">{w.photoHint}</p> : null}
    </div>
  );
}

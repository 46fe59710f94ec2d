import { Select } from 'antd';
import { useState } from 'react';
import { type Output, useCall } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../contact-boxes.contract.ts';

export type Known = Output<typeof api.people>['items'][number];

/** Chooses one or several people of a union by the beginning of their names. A form's item may hold it. */
export function PeoplePick({ unionId, many, known, value, onChange, placeholder, label, id }: { unionId: string; many?: true; known: readonly Known[]; value?: string | string[]; onChange?: (v: string | string[]) => void; placeholder: string; label: string; id?: string }) {
  const [text, setText] = useState('');
  const found = useCall(api.people, { unionId, text: text.trim() }, { when: text.trim() !== '', keepWhileChanging: true });
  const all = [...(text.trim() === '' ? [] : (found.data?.items ?? [])), ...known];
  const options = all.filter((p, i) => all.findIndex((x) => x.id === p.id) === i).map((p) => ({ value: p.id, label: `${p.name} · ${p.union}` }));
  return (
    <Select<string | string[]> {...(id ? { id } : {})} {...(many ? { mode: 'multiple' as const } : {})} showSearch={{ filterOption: false, onSearch: setText }} placeholder={placeholder} {...namedList(label)}
      value={value ?? (many ? [] : (null as unknown as string))} onChange={(v) => onChange?.(v)} loading={found.isFetching} options={options} />
  );
}

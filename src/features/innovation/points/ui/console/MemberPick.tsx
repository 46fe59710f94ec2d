import { Select } from 'antd';
import { useState } from 'react';
import { useCall } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { api } from '../../points.contract.ts';

/** Chooses one member below a scheme by the beginning of the name. A form's item may hold it. */
export function MemberPick({ schemeId, label, placeholder, id, value, onChange }: { schemeId: string; label: string; placeholder: string; id?: string; value?: string; onChange?: (personId: string) => void }) {
  const [typed, type] = useState('');
  const text = typed.trim();
  const { data, isFetching } = useCall(api.members, { schemeId, text }, { when: text !== '' && schemeId !== '', keepWhileChanging: true });
  return (
    <Select
      {...(id ? { id } : {})} {...namedList(label)} placeholder={placeholder} loading={isFetching} value={value ?? null} onChange={(v) => { if (v !== null) onChange?.(v); }} showSearch={{ filterOption: false, onSearch: type }}
      options={(data?.items ?? []).map((p) => ({ value: p.id, label: `${p.name} · ${p.union}` }))} style={{ width: '100%' }}
    />
  );
}

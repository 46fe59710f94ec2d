import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { roll } from '../../delegates.contract.ts';
import { elections } from '../../elections.contract.ts';
import { words } from '../desk-ui.words.ts';

type Props = { readonly value: string | null; readonly change: (id: string | null) => void } & ({ readonly constituencyId: string } | { readonly termId: string });

/** Finds a person by name or staff number: in a constituency, or below the body's union. */
export function PersonPick({ value, change, ...at }: Props) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const inside = 'constituencyId' in at;
  const near = useCall(elections.people, { id: inside ? at.constituencyId : '', text: asked }, { when: inside && asked !== '', keepWhileChanging: true });
  const all = useCall(roll.people, { id: inside ? '' : at.termId, text: asked }, { when: !inside && asked !== '', keepWhileChanging: true });
  const items = (inside ? near : all).data?.items ?? [];
  return (
    <Select {...namedList(w.person)} style={{ width: '100%' }} placeholder={w.person} allowClear value={value} onChange={(id: string | undefined) => change(id ?? null)} showSearch={{ filterOption: false, onSearch: setText }}
      options={items.map((p) => ({ value: p.id, label: `${p.name} · ${[p.unit, p.job].filter(Boolean).join(' · ')}` }))} notFoundContent={null} />
  );
}

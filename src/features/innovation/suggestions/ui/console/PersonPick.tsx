import { Select } from 'antd';
import { useState } from 'react';
import { useCall } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { settings as routes } from '../../settings.contract.ts';

/** One member of the company, looked up by name or staff number. */
export function PersonPick({ unionId, label, value, onChange }: { unionId: string; label: string; value: string | null; onChange: (id: string | null) => void }) {
  const [text, setText] = useState('');
  const found = useCall(routes.people, { unionId, text: text.trim() }, { when: text.trim() !== '', keepWhileChanging: true });
  const options = (found.data?.items ?? []).map((p) => ({ value: p.id, label: [p.name, p.staffNumber, p.unit].filter(Boolean).join(' · ') }));
  return (
    <div className="field"><span>{label}</span>
      <Select {...namedList(label)} allowClear showSearch={{ filterOption: false, onSearch: setText }} notFoundContent={null} placeholder={label} value={value} onChange={(id) => onChange(id ?? null)} options={options} loading={found.isFetching} style={{ width: '100%' }} />
    </div>
  );
}

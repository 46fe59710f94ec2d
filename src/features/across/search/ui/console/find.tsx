import { call, type Found, type IconName } from '../../../../../web/kit/index.ts';
import { api } from '../../search.contract.ts';

const ICONS: Readonly<Record<'person' | 'union' | 'case', IconName>> = { person: 'me', union: 'tree', case: 'letter' };

/** What the server finds for ⌘K. */
export default async function find(text: string): Promise<readonly Found[]> {
  const { items } = await call(api.search, { text });
  return items.map((h): Found => ({ title: h.title, note: h.note, icon: ICONS[h.kind], path: h.path as `/${string}`, group: h.group }));
}

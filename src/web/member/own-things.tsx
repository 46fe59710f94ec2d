import type { ReactNode } from 'react';
import { api } from '../../features/across/search/search.contract.ts';
import { Card, Row, useCall, useWords } from '../kit/index.ts';
import { words } from './member.words.ts';

/** My own matters that match what was typed; `none` stands there when nothing does. */
export function OwnThings({ text, none }: { text: string; none: ReactNode }) {
  const w = useWords(words);
  const found = useCall(api.mine, { text }, { when: text.length > 1, keepWhileChanging: true });
  const items = text.length > 1 ? (found.data?.items ?? []) : [];
  if (items.length === 0) return found.isFetching ? null : none;
  return <Card title={w.myThings}>{items.map((t) => <Row key={t.id} icon="letter" title={t.title} note={`${t.number} · ${t.stateWord}`} to={t.path} />)}</Card>;
}

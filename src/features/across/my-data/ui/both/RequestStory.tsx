import { Card, Deadline, Facts, type Output, showTime, Timeline, useLocale, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../my-data.contract.ts';
import { words } from '../my-data-ui.words.ts';

export type Request = Output<typeof api.request>;
export type Changed = Request['changes'][number];

/** Field by field: what stands there and what is wanted. */
export const ChangeList = ({ changes }: { changes: readonly Changed[] }) => (
  <Facts of={changes.map((c) => [c.label, <span key={c.field}>{c.now} → <b>{c.wanted}</b></span>] as const)} />
);

/** What is asked, by whom, until when, and what happened so far. */
export function RequestStory({ request: r, changes = r.changes }: { request: Request; changes?: readonly Changed[] }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <>
      <Card title={r.title} aside={r.due ? <Deadline due={r.due} /> : r.stateWord}>
        <p>{r.text}</p>
        {changes.length > 0 ? <ChangeList changes={changes} /> : null}
        <Facts of={[[w.who, r.person], [w.number, r.number], [w.union, r.union], [w.opened, showTime(r.openedAt, language)], [w.state, r.stateWord]]} />
      </Card>
      <Card title={w.story}>
        <Timeline items={r.events.map((e) => ({ key: e.id, what: <><b>{e.by}</b> {e.word}{e.text ? <p>{e.text}</p> : null}</>, when: e.at }))} />
      </Card>
    </>
  );
}

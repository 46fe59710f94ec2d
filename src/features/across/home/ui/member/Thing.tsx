import { Link } from 'react-router';
import { Chip, Deadline, type Output, StepBar } from '../../../../../web/kit/index.ts';
import type { api } from '../../home.contract.ts';
import '../home.css';

export type ThingSeen = Output<typeof api.things>['items'][number];

/** One of my things: title, bar, where it stands, who has it and until when. */
export function Thing({ thing: t }: { thing: ThingSeen }) {
  const kind = t.waits === 'author' ? 'warn' : t.waits === 'nobody' ? (t.place === null ? 'quiet' : 'ok') : 'info';
  const at = t.place === null ? 0 : t.waits === 'nobody' ? t.places : t.place - 1;
  return (
    <Link className="thing" to={t.path}>
      <b>{t.title}</b>
      {t.place === null ? null : <StepBar steps={Array.from({ length: t.places }, (_, i) => (i + 1 === t.place ? t.stateWord : `${i + 1}`))} at={at} />}
      <span className="thingstate"><Chip kind={kind}>{t.stateWord}</Chip>{t.waits === 'office' ? <span>{t.who}</span> : null}{t.due ? <Deadline due={t.due} /> : null}</span>
    </Link>
  );
}

import { Form as Fields, Radio, Select } from 'antd';
import { type Input, useCall, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { AUDIENCE_OFFICES } from '../../catalogue.rules.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';
import type { Item } from './Acts.tsx';

type Sent = Pick<Input<typeof desk.save>, 'audience' | 'lines'>;
type Office = Extract<NonNullable<Sent['lines']>[number], { kind: 'office' }>['office'];
/** For whom, as the form holds it. Offices are held as `office`, of the item's union and below. */
export type LinesFilled = { audience: 'all' | 'circle'; units?: string[]; offices?: Office[]; circles?: string[]; home?: string };

/** What the form starts with. */
export const linesFrom = (i: Item): LinesFilled => ({
  audience: i.audience, home: i.unionId, units: i.audience === 'all' ? [] : i.lines.flatMap((l) => (l.kind === 'union' && l.unionId ? [l.unionId] : [])), offices: i.lines.flatMap((l) => (l.kind === 'office' ? [l.office as Office] : [])), circles: i.lines.flatMap((l) => (l.circleId ? [l.circleId] : [])),
});

/** What is sent. */
export function linesSent(d: LinesFilled): Sent {
  const home = d.home;
  return {
    audience: d.audience,
    lines: d.audience === 'all' ? [] : [...(d.units ?? []).map((unionId) => ({ kind: 'union' as const, unionId })), ...(home ? (d.offices ?? []).map((office) => ({ kind: 'office' as const, unionId: home, office })) : []), ...(d.circles ?? []).map((circleId) => ({ kind: 'circle' as const, circleId }))],
  };
}

function Circle({ unionId }: { unionId: string }) {
  const w = useWords(words);
  const book = useCall(desk.catalogue, { unionId });
  const lists = useCall(desk.circles, { unionId, limit: 100 });
  return (
    <>
      <Fields.Item name="units" label={w.lineUnits}><Select mode="multiple" optionFilterProp="label" {...namedList(w.lineUnits)} options={(book.data?.units ?? []).map((u) => ({ value: u.id, label: u.name }))} /></Fields.Item>
      <Fields.Item name="offices" label={w.lineOffices}><Select mode="multiple" optionFilterProp="label" {...namedList(w.lineOffices)} options={AUDIENCE_OFFICES.map((o) => ({ value: o, label: w[`office_${o}`] }))} /></Fields.Item>
      <Fields.Item name="circles" label={w.lineCircles}><Select mode="multiple" optionFilterProp="label" {...namedList(w.lineCircles)} options={(lists.data?.items ?? []).map((c) => ({ value: c.id, label: `${c.name} · ${w.peopleN({ n: c.people })}` }))} /></Fields.Item>
    </>
  );
}

/** For whom something is: everybody, or units, offices and lists. */
export function Lines({ unionId }: { unionId: string }) {
  const w = useWords(words);
  const audience = Fields.useWatch('audience') as string | undefined;
  return (
    <>
      <Fields.Item name="home" hidden initialValue={unionId}><input type="hidden" /></Fields.Item>
      <Fields.Item name="audience" label={w.audience}><Radio.Group aria-label={w.audience} options={(['all', 'circle'] as const).map((value) => ({ value, label: w[`audience_${value}`] }))} /></Fields.Item>
      {audience === 'circle' ? <Circle unionId={unionId} /> : null}
    </>
  );
}

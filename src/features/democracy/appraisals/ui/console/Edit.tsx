import { Form, Input, InputNumber, Radio } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { Basis, Card, DeskPage, type Input as In, Loaded, showClock, showSentences, useAct, useCall, useLocale, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day } from '../../../../../web/kit/desk.ts';
import { desk } from '../../appraisals.contract.ts';
import { CLASSES, SCALES, SECRET } from '../../appraisals.rules.ts';
import '../appraisals.css';
import { words } from '../desk.words.ts';
import type { Kept } from './Acts.tsx';
import { type ClassValues, Raters } from './Raters.tsx';
import { LeaderLines, ReaderLines } from './Named.tsx';

type Wanted = In<typeof desk.prepare>;
type Values = {
  title: string; about?: string; year: number; scale: Wanted['scale']; level: Wanted['level']; leaders: { personId?: string; name?: string; post?: string }[]; classes: Partial<Record<(typeof CLASSES)[number], ClassValues>>; readers: { personId?: string; capacity?: string }[];
  opensOn?: string; opensAt?: string; closesOn?: string; closesAt?: string;
};

const chinaDay = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
const momentOf = (day: string | undefined, clock: string | undefined): string | null => (day && clock ? `${day}T${clock}:00+08:00` : null);
const fresh = (): Partial<Values> => ({ year: new Date().getFullYear(), scale: 'competence', level: 'blind', leaders: [{}], readers: [], classes: { delegates: { on: true, how: 'delegates' } }, opensAt: '09:00', closesAt: '18:00' });
const filled = (d: Kept): Partial<Values> => ({
  ...fresh(), title: d.title, about: d.about, year: d.year, scale: d.scale, level: d.level, leaders: d.leaderList.map((l) => ({ ...(l.personId ? { personId: l.personId } : {}), name: l.name, post: l.post })), readers: d.readers.map((r) => ({ personId: r.id, capacity: r.capacity })),
  classes: Object.fromEntries(d.classes.map((c) => [c.id, { on: true, how: c.how, people: c.people.map((p) => p.id), unions: c.unions.map((u) => u.id) }])),
  ...(d.opensAt ? { opensOn: chinaDay(d.opensAt), opensAt: showClock(d.opensAt) } : {}), ...(d.closesAt ? { closesOn: chinaDay(d.closesAt), closesAt: showClock(d.closesAt) } : {}),
});

/** What the form's classes mean for the server, in the order in which they count. */
const classesFrom = (v: Values['classes'] | undefined): Wanted['classes'] => CLASSES.flatMap((id) => {
  const c = v?.[id];
  return c?.on ? [{ id, how: c.how ?? 'people', people: c.how === 'people' || c.how === 'sheet' ? (c.people ?? []) : [], unions: c.how === 'units' ? (c.unions ?? []) : [] }] : [];
});

function Looked({ unionId, v }: { unionId: string; v: Partial<Values> }) {
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(desk.look, { unionId, scale: v.scale ?? 'competence', classes: classesFrom(v.classes) }, { when: unionId !== '', keepWhileChanging: true });
  if (!seen.data) return null;
  return <div className="app"><p className="approw">{seen.data.classes.map((c) => <b key={c.id} className="num">{c.name} {w.peopleN({ n: c.people })}</b>)}</p>{seen.data.decides.map((d) => <p key={d} className="note">{d}</p>)}<Basis>{showSentences(seen.data.basis, language)}</Basis></div>;
}

function Whole({ unionId, of }: { unionId: string; of: Kept | null }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const seen = Form.useWatch([], form) as Partial<Values> | undefined;
  const first = of ? filled(of) : fresh();
  const v = { ...first, ...seen };
  const after = (out: { id: string }): void => { void go(`/appraisals/${out.id}`, { replace: true }); };
  const prepare = useAct(desk.prepare, { form, refreshes: [desk.register], done: w.saved, after });
  const change = useAct(desk.change, { form, refreshes: [desk.register, desk.kept], done: w.saved, after });
  const save = (d: Values): void => {
    const input = {
      unionId, title: d.title, about: d.about ?? '', year: d.year, scale: d.scale, level: d.level, classes: classesFrom(d.classes), leaders: d.leaders.flatMap((l) => (l.name?.trim() ? [{ personId: l.personId ?? null, name: l.name, post: l.post ?? '' }] : [])),
      readers: d.readers.flatMap((r) => (r.personId ? [{ personId: r.personId, capacity: r.capacity ?? '' }] : [])), opensAt: momentOf(d.opensOn, d.opensAt), closesAt: momentOf(d.closesOn, d.closesAt),
    };
    if (of) change.act({ ...input, id: of.id, version: of.version });
    else prepare.act(input);
  };
  const known = of ? [...of.leaderList.flatMap((l) => (l.personId ? [{ id: l.personId, name: l.name, unit: '' }] : [])), ...of.readers, ...of.classes.flatMap((c) => c.people)] : [];
  return (
    <DeskPage title={of ? w.edit : w.new} actions={<button type="button" className="btn primary" disabled={prepare.busy || change.busy} onClick={() => form.submit()}>{w.save}</button>}>
      <Form form={form} layout="vertical" initialValues={first} onFinish={save} scrollToFirstError className="appdesk">
        <Card title={w.what}>
          <div className="columns"><Form.Item name="title" label={w.name} rules={[{ required: true, min: 2 }]}><Input maxLength={120} /></Form.Item><Form.Item name="year" label={w.year} rules={[{ required: true }]}><InputNumber min={2000} max={2100} className="appfull" /></Form.Item></div>
          <Form.Item name="about" label={w.about}><Input.TextArea rows={2} maxLength={4000} /></Form.Item>
          <Form.Item name="scale" label={w.scale}><Radio.Group options={SCALES.map((s) => ({ value: s, label: w[`scale_${s}`] }))} /></Form.Item>
        </Card>
        <Card title={w.leaders}><LeaderLines unionId={unionId} known={known} /></Card>
        <Card title={w.raters}><Raters unionId={unionId} known={known} values={v.classes ?? {}} set={(classes) => form.setFieldValue('classes', classes)} /></Card>
        <Card title={w.rule}><Looked unionId={unionId} v={v} /></Card>
        <Card title={w.secrecy}><Form.Item name="level"><Radio.Group className="app" options={SECRET.toReversed().map((l) => ({ value: l, label: <><b>{w[`level_${l}`]}</b> <span className="note">{w[`plain_${l}`]}</span></> }))} /></Form.Item></Card>
        <Card title={w.readers}><p className="note">{w.readersHint}</p><ReaderLines unionId={unionId} known={known} /></Card>
        <Card title={w.when}>
          <p className="note">{w.whenHint}</p>
          <div className="columns"><Form.Item name="opensOn" label={w.opensOn}><Day /></Form.Item><Form.Item name="opensAt" label={w.opensAt}><Clock /></Form.Item><Form.Item name="closesOn" label={w.closesOn}><Day /></Form.Item><Form.Item name="closesAt" label={w.closesAt}><Clock /></Form.Item></div>
        </Card>
      </Form>
    </DeskPage>
  );
}

function Change({ id }: { id: string }) {
  const kept = useCall(desk.kept, { id });
  return <Loaded from={kept}>{(d) => <Whole key={d.version} unionId={d.unionId} of={d} />}</Loaded>;
}

/** A new appraisal, or one that is not announced yet. */
export default function Edit() {
  const { id } = useParams();
  const me = useMe();
  const scope = useScope();
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId ?? me.union?.id ?? '';
  return id ? <Change id={id} /> : <Whole unionId={unionId} of={null} />;
}

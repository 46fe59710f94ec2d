import { Form, Input, InputNumber, Radio } from 'antd';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { Basis, Card, DeskPage, Loaded, type Output, showDate, showSentences, useAct, useCall, useLocale, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { desk } from '../../elections.contract.ts';
import { ASSEMBLIES, CHAIR_BY, KINDS, METHODS, POSTS } from '../../elections.rules.ts';
import { words as part } from '../../elections.words.ts';
import '../elections.css';
import { words } from '../desk.words.ts';

type Look = Output<typeof desk.look>;
type Full = Output<typeof desk.one>;
type Values = Pick<Full, 'kind' | 'post' | 'reason' | 'plannedOn' | 'assembly' | 'method' | 'seats' | 'auditSeats' | 'viceSeats' | 'chairBy' | 'preparers' | 'about' | 'party'> & { number: number; termYears: 3 | 5 };

function Seats({ of: k }: { of: Look }) {
  const w = useWords(words);
  const range = k.most === null ? w.rangeLeast({ least: k.least }) : w.range({ least: k.least, most: k.most });
  return (
    <div className="columns">
      <Form.Item name="seats" label={w.seats} extra={w.seatsHint({ n: k.members, range })}><InputNumber min={1} max={99} step={2} /></Form.Item>
      <Form.Item name="auditSeats" label={w.auditSeats}><InputNumber min={0} max={30} /></Form.Item>
      <Form.Item name="viceSeats" label={w.viceSeats}><InputNumber min={0} max={10} /></Form.Item>
      <Form.Item name="termYears" label={w.termYears}><Radio.Group options={[{ value: 3, label: w.years3 }, { value: 5, label: w.years5 }]} /></Form.Item>
      <Form.Item name="number" label={w.number}><InputNumber min={1} max={200} /></Form.Item>
    </div>
  );
}

function startOf(k: Look, of: Full | null, post: string | null): Values {
  if (of) return { ...of, number: of.term, termYears: of.termYears === 3 ? 3 : 5 };
  const seats = k.least % 2 === 0 ? k.least + 1 : k.least;
  return { kind: post === 'chair' ? 'byElection' : 'renewal', post: post === 'chair' ? 'chair' : 'committee', number: k.number, reason: '', plannedOn: '', termYears: 5, assembly: 'members', method: 'online', seats, auditSeats: 0, viceSeats: 0, chairBy: 'committee', preparers: '', about: '', party: '' };
}

function PlanForm({ look: k, of }: { look: Look; of: Full | null }) {
  const w = useWords(words);
  const p = useWords(part);
  const language = useLocale();
  const go = useNavigate();
  const [params] = useSearchParams();
  const [form] = Form.useForm<Values>();
  const kind = Form.useWatch('kind', form) ?? of?.kind ?? (params.get('post') === 'chair' ? 'byElection' : 'renewal');
  const post = Form.useWatch('post', form);
  const after = (out: { id: string }): void => void go(`/elections/${out.id}`);
  const start = useAct(desk.start, { form, done: w.saved, refreshes: [desk.register], after });
  const change = useAct(desk.change, { form, done: w.saved, refreshes: [desk.one], after });
  const save = (v: Values): void => { const plan = { ...v, post: v.kind === 'renewal' ? ('committee' as const) : v.post }; if (of) change.act({ ...plan, kind: of.kind, id: of.id, version: of.version }); else start.act({ ...plan, unionId: k.unionId }); };
  const choices = (of_: readonly string[], word: (v: string) => string) => of_.map((v) => ({ value: v, label: word(v) }));
  return (
    <DeskPage title={w.editTitle} about={k.union} actions={<button type="button" className="btn primary" disabled={start.busy || change.busy} onClick={() => form.submit()}>{w.save}</button>}>
      <Form form={form} layout="vertical" initialValues={startOf(k, of, params.get('post'))} onFinish={save} scrollToFirstError className="elec">
        <Card title={w.what} aside={k.above ? w.to({ union: k.above }) : undefined}>
          <p className="note">{k.termTo ? w.current({ name: k.chair, day: showDate(k.termTo, language) }) : w.currentPlain({ name: k.chair })}</p>
          {k.openId && !of ? <p><Link to={`/elections/${k.openId}`}>{w.openThere}</Link></p> : null}
          {of ? null : <Form.Item name="kind" label={w.kind}><Radio.Group options={choices(KINDS, (v) => p[`kind_${v as 'renewal'}`])} /></Form.Item>}
          {kind === 'renewal' ? <Seats of={k} /> : <div className="columns"><Form.Item name="post" label={w.post}><Radio.Group options={choices(POSTS, (v) => p[`post_${v as 'chair'}`])} /></Form.Item>{post === 'chair' ? null : <Form.Item name="seats" label={w.fillSeats}><InputNumber min={1} max={99} /></Form.Item>}</div>}
          <div className="columns">
            <Form.Item name="plannedOn" label={w.plannedOn} rules={[{ required: true }]}><Day /></Form.Item>
            <Form.Item name="reason" label={w.reason} extra={w.reasonHint}><Input maxLength={500} /></Form.Item>
          </div>
          <Basis>{showSentences(k.basis, language)}</Basis>
        </Card>
        <Card title={w.method}>
          <Form.Item name="assembly" label={w.assembly}><Radio.Group options={choices(ASSEMBLIES, (v) => w[`assembly_${v as 'members'}`])} /></Form.Item>
          <Form.Item name="method" label={w.method}><Radio.Group options={choices(METHODS, (v) => w[`method_${v as 'online'}`])} /></Form.Item>
          <Form.Item name="chairBy" label={w.chairBy}><Radio.Group options={choices(CHAIR_BY, (v) => w[`chairBy_${v as 'committee'}`])} /></Form.Item>
        </Card>
        <Card title={w.preparers}>
          <Form.Item name="preparers" label={w.preparers} extra={w.preparersHint}><Input.TextArea rows={2} maxLength={500} /></Form.Item>
          <Form.Item name="party" label={w.party}><Input maxLength={100} /></Form.Item>
          <Form.Item name="about" label={w.aboutPlan}><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
        </Card>
      </Form>
    </DeskPage>
  );
}

function With({ unionId, of }: { unionId: string; of: Full | null }) {
  const look = useCall(desk.look, { unionId }, { when: unionId !== '' });
  return <Loaded from={look} lines={8}>{(k) => <PlanForm key={k.unionId} look={k} of={of} />}</Loaded>;
}

function Change({ id }: { id: string }) {
  const one = useCall(desk.one, { id });
  return <Loaded from={one} lines={8}>{(e) => <With unionId={e.unionId} of={e} />}</Loaded>;
}

/** The plan of an election: begun for a union, or changed while it is prepared. */
export default function Edit() {
  const { id } = useParams();
  const [params] = useSearchParams();
  const me = useMe();
  const scope = useScope();
  if (id) return <Change id={id} />;
  return <With unionId={params.get('unionId') ?? scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId ?? ''} of={null} />;
}

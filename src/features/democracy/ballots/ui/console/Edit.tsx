import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Basis, Card, DeskPage, type Input as In, Loaded, type Output, sendFile, showClock, showSentences, useAct, useCall, useLocale, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day, namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../ballots.contract.ts';
import { BASES_OF, LEVELS, PAPERS, ROLLS } from '../../matters.rules.ts';
import '../ballots.css';
import { words } from '../desk.words.ts';
import { words as rollWords } from '../roll.words.ts';
import { SheetPick, UnitsPick } from './RollParts.tsx';

type Kept = Output<typeof desk.kept>;
type Wanted = In<typeof desk.prepare>;
type Values = Omit<Wanted, 'unionId' | 'candidates' | 'options' | 'roll'> & { candidateLines: string; optionLines: string; how: (typeof ROLLS)[number]; people: string[]; unions: string[]; listed: string[] };

const chinaDay = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);
const linesOf = (text: string | undefined): string[] => (text ?? '').split('\n').map((l) => l.trim()).filter(Boolean);
const candidateOf = (line: string): { name: string; group: string } => { const [name = '', ...rest] = line.split(/\s+/); return { name, group: rest.join(' ') }; };

const FRESH: Partial<Values> = { kind: 'motion', level: 'blind', basis: 'returned', seats: 1, atMost: 1, style: 'mark', writeIns: false, how: 'members', people: [], unions: [], listed: [], opensAt: '09:00', closesAt: '18:00', candidateLines: '', optionLines: '', tellers: '' };
const filled = (d: Kept): Partial<Values> => ({
  ...FRESH, title: d.title, about: d.about, kind: d.sheet.kind as 'motion', level: d.level, basis: d.basisCode, seats: d.sheet.seats || 1, atMost: d.sheet.atMost, style: d.sheet.style, writeIns: d.sheet.writeIns, how: d.roll.how, people: d.roll.people.map((p) => p.id), listed: d.roll.people.map((p) => p.id), unions: d.roll.unions.map((u) => u.id), tellers: d.tellers,
  candidateLines: d.sheet.candidates.map((c) => `${c.name} ${c.group}`.trim()).join('\n'), optionLines: d.sheet.options.map((o) => o.text).join('\n'),
  ...(d.opensAt ? { opensOn: chinaDay(d.opensAt), opensAt: showClock(d.opensAt) } : {}), ...(d.closesAt ? { closesOn: chinaDay(d.closesAt), closesAt: showClock(d.closesAt) } : {}),
});

function PaperFields({ kind }: { kind: Values['kind'] }) {
  const w = useWords(words);
  if (kind === 'poll') return <><Form.Item name="optionLines" label={w.options} rules={[{ required: true }]}><Input.TextArea rows={4} maxLength={8000} /></Form.Item><Form.Item name="atMost" label={w.atMost}><InputNumber min={1} max={100} className="balwide" /></Form.Item></>;
  if (kind !== 'election') return null;
  return (
    <>
      <Form.Item name="candidateLines" label={w.candidates}><Input.TextArea rows={5} maxLength={20_000} /></Form.Item>
      <div className="columns">
        <Form.Item name="seats" label={w.seats}><InputNumber min={1} max={200} className="balwide" /></Form.Item>
        <Form.Item name="style" label={w.style}><Select {...namedList(w.style)} options={(['mark', 'pick'] as const).map((s) => ({ value: s, label: w[`style_${s}`] }))} /></Form.Item>
      </div>
      <Form.Item name="writeIns" valuePropName="checked"><Checkbox>{w.writeIns}</Checkbox></Form.Item>
    </>
  );
}

function People({ unionId, known }: { unionId: string; known: Kept['roll']['people'] }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const found = useCall(desk.people, { unionId, text }, { when: text.trim().length > 0 && unionId !== '', keepWhileChanging: true });
  const options = [...known, ...(found.data?.items ?? [])].map((p) => ({ value: p.id, label: `${p.name} · ${p.unit}` }));
  return <Form.Item name="people" label={w.pickPeople}><Select mode="multiple" showSearch={{ filterOption: false, onSearch: setText }} {...namedList(w.pickPeople)} options={[...new Map(options.map((o) => [o.value, o])).values()]} /></Form.Item>;
}

/** What the form's choices mean for the server. */
const rollFrom = (v: Partial<Values>): Wanted['roll'] => ({ how: v.how ?? 'members', people: v.how === 'people' ? (v.people ?? []) : v.how === 'sheet' ? (v.listed ?? []) : [], unions: v.how === 'units' ? (v.unions ?? []) : [] });

function Drawn({ unionId, how, listed, take }: { unionId: string; how: Values['how']; listed: number; take: (ids: string[]) => void }) {
  const w = useWords(rollWords);
  const units = useCall(desk.units, { unionId }, { when: unionId !== '' && how === 'units' });
  if (how === 'units') return <Form.Item name="unions"><UnitsPick units={units.data?.items ?? []} /></Form.Item>;
  if (how !== 'sheet') return null;
  return <>{listed > 0 ? <p><b className="num">{w.sheetPeople({ n: listed })}</b></p> : null}<SheetPick hint={w.sheetHint} send={(file) => sendFile(desk.readRoll, { unionId, name: file.name }, file)} take={(read) => take(read.items.flatMap((i) => (i.personId && !i.fault ? [i.personId] : [])))} /></>;
}

function Looked({ unionId, basis, roll }: { unionId: string; basis: Values['basis']; roll: Wanted['roll'] }) {
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(desk.look, { unionId, basis, roll }, { when: unionId !== '', keepWhileChanging: true });
  return seen.data ? <div className="bal"><p><b>{w.rollN({ n: seen.data.people })}</b></p>{seen.data.decides.map((d) => <p key={d}>{d}</p>)}<Basis>{showSentences(seen.data.basis, language)}</Basis></div> : null;
}

function VoteForm({ unionId, of }: { unionId: string; of: Kept | null }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const seen = Form.useWatch([], form) as Partial<Values> | undefined;
  const now = { ...FRESH, ...(of ? filled(of) : {}), ...seen };
  const kind = now.kind ?? 'motion';
  const after = (out: { id: string }): void => { void go(`/ballots/${out.id}`, { replace: true }); };
  const prepare = useAct(desk.prepare, { form, refreshes: [desk.register], done: w.saved, after });
  const change = useAct(desk.change, { form, refreshes: [desk.register, desk.kept], done: w.saved, after });
  const save = (v: Values): void => {
    const { candidateLines, optionLines, how: _how, people: _people, unions: _unions, listed: _listed, ...rest } = v;
    const input = { ...rest, unionId, candidates: linesOf(candidateLines).map(candidateOf), options: linesOf(optionLines), roll: rollFrom({ ...now, ...v }), opensOn: v.opensOn || null, closesOn: v.closesOn || null };
    if (of) change.act({ ...input, id: of.id, version: of.version });
    else prepare.act(input);
  };
  const kindChanged = (to: Values['kind']): void => { const first = BASES_OF[to][0]; if (!BASES_OF[to].includes(form.getFieldValue('basis') as 'none') && first) form.setFieldValue('basis', first); };
  return (
    <DeskPage title={of ? w.edit : w.new} actions={<button type="button" className="btn primary" disabled={prepare.busy || change.busy} onClick={() => form.submit()}>{w.save}</button>}>
      <Form form={form} layout="vertical" initialValues={of ? filled(of) : FRESH} onFinish={save} scrollToFirstError className="bal">
        <Card title={w.what}>
          <Form.Item name="title" label={w.name} rules={[{ required: true, min: 2 }]}><Input maxLength={120} /></Form.Item>
          <Form.Item name="about" label={w.about}><Input.TextArea rows={3} maxLength={4000} /></Form.Item>
          <Form.Item name="kind" label={w.kind}><Radio.Group onChange={(e) => kindChanged(e.target.value as Values['kind'])} options={PAPERS.map((k) => ({ value: k, label: w[`paper_${k}`] }))} /></Form.Item>
          <PaperFields kind={kind} />
        </Card>
        <Card title={w.secrecy}><Form.Item name="level"><Radio.Group className="bal" options={LEVELS.toReversed().map((l) => ({ value: l, label: <><b>{w[`level_${l}`]}</b> <span className="note">{w[`plain_${l}`]}</span></> }))} /></Form.Item></Card>
        <Card title={w.roll}>
          <Form.Item name="how"><Radio.Group options={ROLLS.map((r) => ({ value: r, label: w[`roll_${r}`] }))} /></Form.Item>
          {now.how === 'people' ? <People unionId={unionId} known={of?.roll.people ?? []} /> : null}
          <Form.Item name="listed" hidden><Input /></Form.Item>
          <Drawn unionId={unionId} how={now.how ?? 'members'} listed={now.listed?.length ?? 0} take={(ids) => form.setFieldValue('listed', ids)} />
        </Card>
        <Card title={w.rule}>
          <Form.Item name="basis"><Radio.Group options={BASES_OF[kind].map((b) => ({ value: b, label: w[`basis_${b}`] }))} /></Form.Item>
          <Looked unionId={unionId} basis={now.basis ?? 'returned'} roll={rollFrom(now)} />
        </Card>
        <Card title={w.when}>
          <p className="note">{w.whenHint}</p>
          <div className="columns">
            <Form.Item name="opensOn" label={w.opensOn}><Day /></Form.Item><Form.Item name="opensAt" label={w.opensAt}><Clock /></Form.Item>
            <Form.Item name="closesOn" label={w.closesOn}><Day /></Form.Item><Form.Item name="closesAt" label={w.closesAt}><Clock /></Form.Item>
          </div>
          <Form.Item name="tellers" label={w.tellers}><Input maxLength={200} /></Form.Item>
        </Card>
      </Form>
    </DeskPage>
  );
}

function Change({ id }: { id: string }) {
  const kept = useCall(desk.kept, { id });
  return <Loaded from={kept}>{(d) => <VoteForm key={d.version} unionId={d.unionId} of={d} />}</Loaded>;
}

/** A new vote, or one that is not announced yet. */
export default function Edit() {
  const { id } = useParams();
  const me = useMe();
  const scope = useScope();
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId ?? me.union?.id ?? '';
  return id ? <Change id={id} /> : <VoteForm unionId={unionId} of={null} />;
}

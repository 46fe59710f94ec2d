import { Form, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ask, Card, Chip, DeskPage, Icon, Loaded, type Output, showClock, useAct, useCall, useMe, useScope, useWords } from '../../../../../web/kit/index.ts';
import { findFaults, hinders } from '../../check.rules.ts';
import type { Form as Questions } from '../../form.rules.ts';
import { desk } from '../../surveys.contract.ts';
import { words } from '../desk.words.ts';
import '../surveys.css';
import { Editor } from './Editor.tsx';
import { rollOf, Settings, type Values } from './Settings.tsx';

type Kept = Output<typeof desk.kept>;
const DAY = 86_400_000;
const chinaDay = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
const EMPTY: Questions = { layout: 'one', english: false, headline: null, sections: [{ id: 's1', title: { zh: '', en: '' }, about: { zh: '', en: '' }, questions: [] }] };
const fresh = (title: string): Values => ({
  title, about: '', level: 'blind', groups: ['unit', 'sex', 'age'], unions: [], sex: null, ages: [], works: [], offices: false, sampled: false, n: 100, by: 'unit', seed: '', links: 0,
  opensOn: chinaDay(Date.now() + DAY), opensAt: '09:00', closesOn: chinaDay(Date.now() + 15 * DAY), closesAt: '18:00', resultsTo: 'asked',
});
const valuesOf = (d: Kept): Values => ({
  title: d.title, about: d.about, level: d.level, groups: [...d.groups], unions: d.roll.unions, sex: d.roll.sex, ages: d.roll.ages, works: d.roll.works, offices: d.roll.offices, sampled: d.roll.sample !== null, n: d.roll.sample?.n ?? 100, by: d.roll.sample?.by ?? 'unit', seed: d.seed, links: d.links,
  opensOn: chinaDay(Date.parse(d.opensAt)), opensAt: showClock(d.opensAt), closesOn: chinaDay(Date.parse(d.closesAt)), closesAt: showClock(d.closesAt), resultsTo: d.resultsTo,
});

function SurveyForm({ unionId, of, start, series }: { unionId: string; of: Kept | null; start: { title: string; form: Questions }; series: string }) {
  const w = useWords(words);
  const go = useNavigate();
  const [form] = Form.useForm<Values>();
  const [questions, setQuestions] = useState<Questions>(of?.form ?? start.form);
  const [tab, setTab] = useState('questions');
  const after = (out: { id: string }): void => { void go(`/surveys/${out.id}`, { replace: true }); };
  const create = useAct(desk.create, { form, refreshes: [desk.register], done: w.saved, after });
  const change = useAct(desk.change, { form, refreshes: [desk.register, desk.kept], done: w.saved, after });
  const keep = useAct(desk.keepTemplate, { refreshes: [desk.templates], done: w.templateKept });
  const save = (): void => {
    form.validateFields().then((v) => {
      const input = { unionId, title: v.title, about: v.about ?? '', form: questions, series: of?.series ?? series, level: v.level, groups: v.groups ?? [], roll: rollOf(v), seed: v.seed ?? '', links: v.level === 'open' ? 0 : (v.links ?? 0), opensOn: v.opensOn, opensAt: v.opensAt, closesOn: v.closesOn, closesAt: v.closesAt, resultsTo: v.resultsTo };
      if (of) change.act({ ...input, id: of.id, version: of.version });
      else create.act(input);
    }, () => setTab('settings'));
  };
  const faults = findFaults(questions).filter(hinders);
  return (
    <DeskPage
      title={of ? w.edit : w.new}
      about={faults.length === 0 ? <Chip kind="ok">{w.findingsNone}</Chip> : <Chip kind="warn">{w.findings({ n: faults.length })}</Chip>}
      actions={<><button type="button" className="btn" disabled={keep.busy} onClick={() => keep.act({ unionId, title: form.getFieldValue('title') || start.title || w.blank, form: questions })}>{w.keepTemplate}</button><button type="button" className="btn primary" disabled={create.busy || change.busy} onClick={save}>{w.save}</button></>}
    >
      <Form form={form} layout="vertical" initialValues={of ? valuesOf(of) : fresh(start.title)} scrollToFirstError>
        <Tabs
          activeKey={tab} onChange={setTab}
          items={[
            { key: 'questions', label: w.tabQuestions, forceRender: true, children: <Editor form={questions} change={setQuestions} /> },
            { key: 'settings', label: w.tabSettings, forceRender: true, children: <Settings unionId={unionId} /> },
          ]}
        />
      </Form>
    </DeskPage>
  );
}

function Choose({ choose }: { choose: (start: { title: string; form: Questions; series: string }) => void }) {
  const w = useWords(words);
  const templates = useCall(desk.templates, {});
  const [name, setName] = useState<string | null>(null);
  const template = useCall(desk.template, { name: name ?? '' }, { when: name !== null });
  const drop = useAct(desk.dropTemplate, { refreshes: [desk.templates] });
  if (name !== null && template.data) choose({ title: template.data.own ? template.data.title : template.data.title, form: template.data.form, series: name });
  return (
    <DeskPage title={w.startFrom}>
      <Loaded from={templates}>
        {(t) => (
          <div className="columns">
            <Card title={w.blank}><p>{w.blankHint}</p><button type="button" className="btn" onClick={() => choose({ title: '', form: EMPTY, series: '' })}><Icon name="add" size={18} />{w.blank}</button></Card>
            {t.items.map((x) => (
              <Card key={x.id} title={x.title} aside={w.questionsN({ n: x.questions })}>
                <p><Chip kind={x.own ? 'quiet' : 'gold'}>{x.own ? w.ownTemplate : w.readyTemplate}</Chip></p>
                {x.about ? <p>{x.about}</p> : null}
                <p className="svhead"><button type="button" className="btn primary" aria-label={`${w.useIt} ${x.title}`} onClick={() => setName(x.id)}>{w.useIt}</button>
                  {x.own ? <button type="button" className="btn" aria-label={`${w.dropTemplate} ${x.title}`} onClick={() => void ask({ title: w.dropAsk({ title: x.title }), yes: w.dropTemplate }).then((yes) => { if (yes) drop.act({ id: x.id }); })}>{w.dropTemplate}</button> : null}</p>
              </Card>
            ))}
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}

function Fresh({ unionId }: { unionId: string }) {
  const [start, setStart] = useState<{ title: string; form: Questions; series: string } | null>(null);
  return start === null ? <Choose choose={setStart} /> : <SurveyForm unionId={unionId} of={null} start={start} series={start.series} />;
}

function Change({ id }: { id: string }) {
  const kept = useCall(desk.kept, { id });
  return <Loaded from={kept}>{(d) => <SurveyForm key={d.version} unionId={d.unionId} of={d} start={{ title: d.title, form: d.form }} series={d.series} />}</Loaded>;
}

/** A new survey, from a template or from nothing; or one that is not announced yet. */
export default function Edit() {
  const { id } = useParams();
  const me = useMe();
  const scope = useScope();
  const unionId = scope.union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId ?? me.union?.id ?? '';
  return id ? <Change id={id} /> : <Fresh unionId={unionId} />;
}

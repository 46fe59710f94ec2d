import { Checkbox, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { useState } from 'react';
import { Card, type Input as In, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { Clock, Day, namedList } from '../../../../../web/kit/desk.ts';
import { desk } from '../../surveys.contract.ts';
import { LEVELS, RESULTS_TO } from '../../surveys.rules.ts';
import { AGES, DIMENSIONS, type Dimension, WORKS } from '../../tally.rules.ts';
import { words } from '../desk.words.ts';

export type Values = {
  title: string; about: string; level: (typeof LEVELS)[number]; groups: Dimension[]; unions: string[]; sex: 'male' | 'female' | null; ages: (typeof AGES)[number][]; works: (typeof WORKS)[number][]; offices: boolean; sampled: boolean; n: number; by: 'none' | 'unit' | 'sex' | 'age'; seed: string; links: number;
  opensOn: string; opensAt: string; closesOn: string; closesAt: string; resultsTo: (typeof RESULTS_TO)[number];
};
/** What the form's fields mean as a roll. */
export const rollOf = (v: Values): In<typeof desk.reach>['roll'] => ({ unions: v.unions ?? [], sex: v.sex ?? null, ages: v.ages ?? [], works: v.works ?? [], offices: v.offices ?? false, sample: v.sampled ? { n: v.n ?? 100, by: v.by ?? 'none' } : null });

const needed = [{ required: true }];

function Reach({ unionId }: { unionId: string }) {
  const w = useWords(words);
  const form = Form.useFormInstance<Values>();
  const [found, setFound] = useState<{ people: number; asked: number; strata: readonly { value: string; name: string; people: number; asked: number }[] } | null>(null);
  const reach = useAct(desk.reach, { after: setFound });
  const nameOf = (s: { value: string; name: string }): string => s.name && form.getFieldValue('by') === 'unit' ? s.name : ({ male: w.male, female: w.female, below35: w.age_below35, from35: w.age_from35, from45: w.age_from45 } as Record<string, string>)[s.value] ?? (s.value || '—');
  return (
    <div>
      <button type="button" className="btn" disabled={reach.busy} onClick={() => reach.act({ unionId, roll: rollOf(form.getFieldsValue(true) as Values) })}>{w.reach}</button>
      {found ? <p aria-live="polite"><b>{w.reached({ people: found.people, asked: found.asked })}</b></p> : null}
      {found && found.strata.length > 0 ? (
        <table className="svtable"><thead><tr><th>{w.stratum}</th><th className="num">{w.people}</th><th className="num">{w.askedN}</th></tr></thead>
          <tbody>{found.strata.map((s) => <tr key={s.value}><td>{nameOf(s)}</td><td className="num">{s.people}</td><td className="num">{s.asked}</td></tr>)}</tbody></table>
      ) : null}
    </div>
  );
}

function Who({ unionId }: { unionId: string }) {
  const w = useWords(words);
  const units = useCall(desk.units, { unionId });
  const sampled = Form.useWatch('sampled');
  return (
    <Card title={w.who}>
      <p className="note">{w.whoHint}</p>
      <Form.Item name="unions" label={w.units}><Select mode="multiple" {...namedList(w.units)} options={(units.data?.items ?? []).map((u) => ({ value: u.id, label: u.name }))} optionFilterProp="label" /></Form.Item>
      <div className="columns">
        <Form.Item name="sex" label={w.sex}><Select {...namedList(w.sex)} options={[{ value: null, label: w.anySex }, { value: 'female', label: w.female }, { value: 'male', label: w.male }]} /></Form.Item>
        <Form.Item name="ages" label={w.ages}><Checkbox.Group options={AGES.map((a) => ({ value: a, label: w[`age_${a}`] }))} /></Form.Item>
        <Form.Item name="works" label={w.works}><Checkbox.Group options={WORKS.map((a) => ({ value: a, label: w[`work_${a}`] }))} /></Form.Item>
        <Form.Item name="offices" label={w.offices} valuePropName="checked"><Switch /></Form.Item>
      </div>
      <div className="columns">
        <Form.Item name="sampled" label={w.sampleOn} valuePropName="checked"><Switch /></Form.Item>
        {sampled ? (
          <>
            <Form.Item name="n" label={w.sampleN} rules={needed}><InputNumber min={1} max={1_000_000} precision={0} /></Form.Item>
            <Form.Item name="by" label={w.sampleBy}><Select {...namedList(w.sampleBy)} options={(['none', 'unit', 'sex', 'age'] as const).map((b) => ({ value: b, label: w[`by_${b}`] }))} /></Form.Item>
            <Form.Item name="seed" label={w.seed} extra={w.seedHint}><Input maxLength={40} /></Form.Item>
          </>
        ) : null}
      </div>
      <Form.Item name="links" label={w.linksN} extra={w.linksHint}><InputNumber min={0} max={5000} precision={0} /></Form.Item>
      <Reach unionId={unionId} />
    </Card>
  );
}

/** Who is asked, how secretly, when, and who sees what comes of it. */
export function Settings({ unionId }: { unionId: string }) {
  const w = useWords(words);
  const hints = { blind: w.blindHint, detached: w.detachedHint, open: w.openHint };
  return (
    <div className="svcards">
      <Card title={w.what}>
        <Form.Item name="title" label={w.surveyTitle} rules={[{ required: true, min: 2 }]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="about" label={w.about}><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
      </Card>
      <Card title={w.secrecy} aside={w.secrecyFixed}>
        <Form.Item name="level"><Radio.Group aria-label={w.secrecy} options={LEVELS.map((l) => ({ value: l, label: <><b>{w[`level_${l}`]}</b> <span className="note">{hints[l]}</span></> }))} style={{ display: 'grid', gap: 8 }} /></Form.Item>
        <Form.Item name="groups" label={w.groups} extra={w.groupsHint}><Checkbox.Group options={DIMENSIONS.map((d) => ({ value: d, label: w[`group_${d}`] }))} /></Form.Item>
      </Card>
      <Who unionId={unionId} />
      <Card title={w.when}>
        <div className="columns">
          <Form.Item name="opensOn" label={w.opensOn} rules={needed}><Day /></Form.Item><Form.Item name="opensAt" label={w.opensAt} rules={needed}><Clock /></Form.Item>
          <Form.Item name="closesOn" label={w.closesOn} rules={needed}><Day /></Form.Item><Form.Item name="closesAt" label={w.closesAt} rules={needed}><Clock /></Form.Item>
        </div>
        <Form.Item name="resultsTo" label={w.resultsTo}><Radio.Group options={RESULTS_TO.map((r) => ({ value: r, label: w[`to_${r}`] }))} /></Form.Item>
      </Card>
    </div>
  );
}

import { plainYuan, readYuan } from '#shared/money';
import { Attach, type Attached, attachments, Card, errorAt, Field, FieldText, Icon, type Input, type RefusedByServer, showList, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../housing.contract.ts';
import { words } from '../housing-ui.words.ts';
import '../housing.css';

type Sent = Input<typeof api.draft>;
type Relation = 'spouse' | 'child' | 'parent' | 'other';
const RELATIONS: readonly Relation[] = ['spouse', 'child', 'parent', 'other'];
const MOST = 11;
type Member = { readonly name: string; readonly relation: Relation; readonly age: string };
/** What is being written; amounts and ages as typed. */
export type Draft = { readonly members: readonly Member[]; readonly income: string; readonly phone: string; readonly livesNow: string; readonly note: string; readonly files: readonly Attached[] };
export const EMPTY: Draft = { members: [], income: '', phone: '', livesNow: '', note: '', files: [] };

/** What the route takes, or null while the income is no amount. */
export function inputOf(d: Draft): Pick<Sent, 'household' | 'files'> | null {
  const income = readYuan(d.income);
  if (!income.ok) return null;
  const members = d.members.map((m) => ({ name: m.name.trim(), relation: m.relation, age: /^\d{1,3}$/.test(m.age) ? Number(m.age) : null }));
  return { household: { members, incomeFen: Number(income.fen), phone: d.phone.trim(), livesNow: d.livesNow.trim(), note: d.note.trim() }, files: d.files.map((f) => f.id) };
}

/** What was sent, to be changed. */
export const draftOf = (h: NonNullable<{ members: readonly { name: string; relation: Relation; age?: number | null | undefined }[]; incomeFen: number; phone: string; livesNow: string; note: string }>): Draft => ({
  members: h.members.map((m) => ({ name: m.name, relation: m.relation, age: m.age == null ? '' : String(m.age) })), income: plainYuan(BigInt(h.incomeFen)), phone: h.phone, livesNow: h.livesNow, note: h.note, files: [],
});

type Parts = { readonly d: Draft; readonly write: (change: Partial<Draft>) => void; readonly refusal: RefusedByServer | null };

function Members({ d, write, refusal }: Parts) {
  const w = useWords(words);
  const change = (n: number, to: Partial<Member>): void => write({ members: d.members.map((m, i) => (i === n ? { ...m, ...to } : m)) });
  return (
    <>
      {d.members.map((m, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people of a household have nothing else until they are sent
        <fieldset key={i} className="housemember">
          <div className="wide"><legend>{w.member({ n: i + 1 })}</legend><button type="button" className="btn plain" onClick={() => write({ members: d.members.filter((_, k) => k !== i) })}>{w.dropMember}</button></div>
          <Field label={w.name} maxLength={30} value={m.name} error={errorAt(refusal, `household.members.${i}.name`)} onChange={(e) => change(i, { name: e.target.value })} />
          <Field label={w.age} inputMode="numeric" maxLength={3} value={m.age} error={errorAt(refusal, `household.members.${i}.age`)} onChange={(e) => change(i, { age: e.target.value.replace(/\D/g, '') })} />
          <div className="wide houseacts">{RELATIONS.map((r) => <button key={r} type="button" className="btn" aria-pressed={m.relation === r} onClick={() => change(i, { relation: r })}>{w[`relation_${r}`]}</button>)}</div>
        </fieldset>
      ))}
      {d.members.length < MOST ? <button type="button" className="btn wide" onClick={() => write({ members: [...d.members, { name: '', relation: 'spouse', age: '' }] })}><Icon name="add" size={18} />{w.addMember}</button> : null}
    </>
  );
}

/** Who would live there, income, how one lives now, and the papers. */
export function HouseholdForm({ d, write, refusal, documents }: Parts & { documents: readonly string[] }) {
  const w = useWords(words);
  const income = d.income !== '' && !readYuan(d.income).ok ? w.incomeWrong : errorAt(refusal, 'household.incomeFen');
  return (
    <>
      <Card title={w.household}><Members d={d} write={write} refusal={refusal} /></Card>
      <Card>
        <div className="fields">
          <Field label={w.income} inputMode="decimal" value={d.income} error={income} onChange={(e) => write({ income: e.target.value })} />
          <Field label={w.phone} inputMode="tel" maxLength={11} value={d.phone} error={errorAt(refusal, 'household.phone')} onChange={(e) => write({ phone: e.target.value.replace(/\D/g, '') })} />
          <FieldText label={w.livesNow} rows={2} maxLength={300} value={d.livesNow} error={errorAt(refusal, 'household.livesNow')} onChange={(e) => write({ livesNow: e.target.value })} />
          <FieldText label={w.note} rows={2} maxLength={500} value={d.note} onChange={(e) => write({ note: e.target.value })} />
        </div>
      </Card>
      <Card title={w.papers}>
        {documents.length > 0 ? <p className="note">{showList(documents)}</p> : null}
        <Attach to={attachments.upload} input={(name) => ({ name })} value={d.files} onChange={(files) => write({ files })} most={12} accept="image/*,.pdf,.docx,.txt" />
        {errorAt(refusal, 'files') ? <p className="fielderror">{errorAt(refusal, 'files')}</p> : null}
        <p className="note">{w.papersPrivate}</p>
      </Card>
    </>
  );
}

import { Card, DayPick, errorAt, Field, Icon, type Output, type RefusedByServer, useWords } from '../../../../../web/kit/index.ts';
import { Chips, Choose } from '../../../offers/ui/both/Choose.tsx';
import '../../../activities/ui/activities.css';
import type { api } from '../../summer-care.contract.ts';
import { type Relation, RELATIONS } from '../../summer-care.rules.ts';
import { words as server } from '../../summer-care.words.ts';
import { words } from '../care-ui.words.ts';
import '../care.css';

const MOST = 8;
export type Person = { readonly id?: string; readonly name: string; readonly phone: string; readonly relation: Relation | '' };
/** What is being written. */
export type Draft = { readonly name: string; readonly birth: string; readonly sex: 'male' | 'female' | ''; readonly people: readonly Person[]; readonly contact: Person };

const china = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
export const today = (): string => china(Date.now());
const someoneNew = (name = ''): Person => ({ name, phone: '', relation: '' });
/** A form before anything is written; the worker stands first among those who may pick the child up. */
export const emptyDraft = (me: string): Draft => ({ name: '', birth: `${String(Number(today().slice(0, 4)) - 8)}-06-01`, sex: '', people: [someoneNew(me)], contact: someoneNew() });
export const draftOf = (e: Output<typeof api.entry>): Draft => ({
  name: e.child, birth: e.birth ?? today(), sex: e.sex ?? '', people: e.people.map(({ id, name, phone, relation }) => ({ id, name, phone, relation })), contact: e.contact ?? someoneNew(),
});
/** What the routes take of a person; null while the relation is not chosen. */
const personOf = (p: Person) => (p.relation === '' ? null : { ...(p.id ? { id: p.id } : {}), name: p.name.trim(), phone: p.phone.trim(), relation: p.relation });
/** What the routes take; null while the child's sex or a relation is not chosen. */
export function saidOf(d: Draft) {
  const people = d.people.flatMap((p) => personOf(p) ?? []);
  const contact = personOf(d.contact);
  return d.sex === '' || contact === null || people.length < d.people.length ? null : { child: { name: d.name.trim(), birth: d.birth, sex: d.sex }, people, contact };
}

type Parts = { readonly d: Draft; readonly write: (change: Partial<Draft>) => void; readonly refusal: RefusedByServer | null };

function PersonFields({ at, p, refusal, change }: { at: string; p: Person; refusal: RefusedByServer | null; change: (to: Partial<Person>) => void }) {
  const w = useWords(words);
  const sw = useWords(server);
  return (
    <>
      <div className="actpair">
        <Field label={w.name} maxLength={60} autoComplete="off" value={p.name} error={errorAt(refusal, `${at}.name`)} onChange={(e) => change({ name: e.target.value })} />
        <Field label={w.phone} inputMode="tel" maxLength={20} autoComplete="off" value={p.phone} error={errorAt(refusal, `${at}.phone`)} onChange={(e) => change({ phone: e.target.value })} />
      </div>
      <Choose<Relation | ''> label={w.relation} value={p.relation} options={[['', w.chooseOne] as const, ...RELATIONS.map((r) => [r, sw[`relation_${r}`]] as const)]} error={errorAt(refusal, `${at}.relation`)} onChange={(relation) => change({ relation })} />
    </>
  );
}

function ChildCard({ d, write, refusal, fixed }: Parts & { fixed: boolean }) {
  const w = useWords(words);
  if (fixed) return <Card title={w.step1}><p><b>{d.name}</b> <span className="num">{d.birth}</span></p><p className="note">{w.childFixed}</p></Card>;
  return (
    <Card title={w.step1}>
      <div className="fields">
        <Field label={w.childName} maxLength={60} autoComplete="off" value={d.name} error={errorAt(refusal, 'child.name')} onChange={(e) => write({ name: e.target.value })} />
        <DayPick label={w.birth} value={d.birth} until={today()} years={18} error={errorAt(refusal, 'child.birth')} onChange={(birth) => write({ birth })} />
        <Chips label={w.sex} options={[['male', w.male], ['female', w.female]] as const} value={d.sex === '' ? undefined : d.sex} onChange={(sex) => write({ sex })} />
        {errorAt(refusal, 'child.sex') ? <p className="fielderror">{errorAt(refusal, 'child.sex')}</p> : null}
      </div>
    </Card>
  );
}

/** The child, those who may pick it up, whom to call. */
export function CareForm({ d, write, refusal, fixed }: Parts & { fixed: boolean }) {
  const w = useWords(words);
  const change = (n: number, to: Partial<Person>): void => write({ people: d.people.map((p, i) => (i === n ? { ...p, ...to } : p)) });
  const [first] = d.people;
  return (
    <>
      <ChildCard d={d} write={write} refusal={refusal} fixed={fixed} />
      <Card className="carecard" title={w.step2}>
        <p className="note">{w.step2Hint}</p>
        <div className="fields">
          {d.people.map((p, i) => (
            <fieldset key={p.id ?? `new ${String(i)}`} className="careperson">
              <div className="carehead"><legend>{w.personN({ n: i + 1 })}</legend>{d.people.length > 1 ? <button type="button" className="btn plain" onClick={() => write({ people: d.people.filter((_, k) => k !== i) })}>{w.drop}</button> : null}</div>
              <PersonFields at={`people.${String(i)}`} p={p} refusal={refusal} change={(to) => change(i, to)} />
            </fieldset>
          ))}
          {errorAt(refusal, 'people') ? <p className="fielderror">{errorAt(refusal, 'people')}</p> : null}
          {d.people.length < MOST ? <button type="button" className="btn wide" onClick={() => write({ people: [...d.people, someoneNew()] })}><Icon name="add" size={18} />{w.addPerson}</button> : null}
        </div>
      </Card>
      <Card title={w.step3}>
        <div className="fields">
          {first ? <button type="button" className="btn" onClick={() => write({ contact: { name: first.name, phone: first.phone, relation: first.relation } })}>{w.sameAsFirst}</button> : null}
          <PersonFields at="contact" p={d.contact} refusal={refusal} change={(to) => write({ contact: { ...d.contact, ...to } })} />
        </div>
      </Card>
    </>
  );
}

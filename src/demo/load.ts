import { newId } from '#shared/ids';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import type { Database } from '#platform/db';
import type { Feature } from '#platform/http';
import { cases } from '#engines/cases';
import { appointMany, countMembers, draftUnion, foundFederation, foundUnions, setSectorParent, type Person, type Union } from '#engines/org';
import { CAST, FIRST_CAST } from './cast.demo.ts';
import { countRows } from './figures.sql.ts';
import { UNIONS } from './federation.demo.ts';
import { factoryStaff } from './factory.demo.ts';
import { inventPerson, seeded, settle } from './people.demo.ts';
import { makeStage } from './stage.ts';

/** Id of the demonstration federation: the same on every machine, so that links in the guide hold. */
export const DEMO_FEDERATION = '01930000-0000-7000-8000-000000000001';

/** The id of somebody of the cast, made from the place in the list. */
export const castId = (key: string): string => `01930000-0000-7000-8000-1${String(CAST.findIndex((c) => c.key === key)).padStart(11, '0')}`;

function draftTree(top: Union): Map<string, Union> {
  const unions = new Map<string, Union>([['MZ', top]]);
  for (const { below, members: _m, sector: _s, ...founding } of UNIONS) {
    const parent = below === null ? null : unions.get(below);
    if (parent) unions.set(founding.code, draftUnion({ ...founding, parentId: parent.id }, parent));
  }
  return unions;
}

type Invented = { readonly code: string; readonly person: Person };

/** Everybody by union: the first of the cast, then each union's members; last those of the cast who came later, invented apart. */
function inventEverybody(random: () => number): Invented[] {
  let n = 0;
  const first = CAST.slice(0, FIRST_CAST);
  const people: Invented[] = first.map((c) => ({ code: c.union, person: { ...inventPerson(n++, random, c.name), id: castId(c.key) } }));
  for (const u of UNIONS) {
    for (let i = first.filter((c) => c.union === u.code).length; i < u.members; i++) people.push({ code: u.code, person: inventPerson(n++, random) });
  }
  const apart = seeded(FIRST_CAST);
  return [...people, ...CAST.slice(FIRST_CAST).map((c, i) => ({ code: c.union, person: { ...inventPerson(LATE_NUMBERS + i, apart, c.name), id: castId(c.key) } }))];
}

/** Staff numbers and telephones of the cast who came later begin here. */
const LATE_NUMBERS = 9_000;
const DAYS_PASSED = 45;
/** After so many parts the rows are counted anew. */
const COUNTED_EVERY = 8;

/** Lets the days up to now go by as they did: reminders, reports upwards and questions asked again come on their own day. */
async function passDays(database: Database, now: Date): Promise<void> {
  for (let days = DAYS_PASSED; days > 0; days--) {
    const evening = instantAt(addDays(legalDateOf(now), -days), 18 * 60 + 30);
    await cases.sweep((id, run) => database.transaction(id, evening, run));
  }
}

/** Loads the whole demonstration federation with every part's stories. Takes some seconds; leaves nothing half done before the stories. `brief`: see the stage. */
export async function loadDemonstration(database: Database, features: readonly Feature[], now: Date, o: { brief?: boolean } = {}): Promise<void> {
  const random = seeded(20261121);
  const beginning = addDays(legalDateOf(now), -1000);
  const members = new Map<string, string[]>();
  const named = new Set(CAST.map((c) => castId(c.key)));
  const cast = new Map(CAST.map((c) => [c.key, castId(c.key)]));
  const unions = await database.transaction(DEMO_FEDERATION, now, async (tx) => {
    const { below: _b, members: _m, sector: _s, ...founding } = UNIONS[0] as (typeof UNIONS)[number];
    const top = await foundFederation(tx, founding);
    const tree = draftTree(top);
    await foundUnions(tx, [...tree.values()].filter((u) => u.id !== top.id));
    for (const u of UNIONS) if (u.sector) await setSectorParent(tx, tree.get(u.code)?.id ?? '', tree.get(u.sector)?.id ?? null);
    const people = inventEverybody(random);
    const staff = factoryStaff(beginning, legalDateOf(now));
    const joined = () => addDays(beginning, Math.floor(random() * 990));
    const riders = (code: string): { newForm?: string } => (code === 'MZ-JD-GT-PH' ? { newForm: 'delivery' } : {});
    await settle(tx, people.map(({ code, person }) => ({ person, unionId: tree.get(code)?.id ?? top.id, ...staff(code, joined()), ...riders(code) })), random);
    for (const { code, person } of people) if (!named.has(person.id)) members.set(code, [...(members.get(code) ?? []), person.id]);
    const held = CAST.flatMap((c) => (c.offices ?? []).map((o) => ({ personId: castId(c.key), code: o.union, office: o.office, title: 'title' in o ? (o.title ?? '') : '' })));
    const chaired = new Set(held.filter((o) => o.office === 'chair').map((o) => o.code));
    const others = UNIONS.filter((u) => !chaired.has(u.code) && u.members > 5).map((u) => ({ personId: members.get(u.code)?.at(-1) ?? '', code: u.code, office: 'chair', title: '' }));
    await appointMany(tx, [...held, ...others].map((o) => ({ id: newId(), personId: o.personId, unionId: tree.get(o.code)?.id ?? top.id, office: o.office, title: o.title, fullTime: false, fromDate: beginning, toDate: null, basis: '' })));
    await countMembers(tx, `${legalDateOf(now).slice(0, 4)}-01-01`);
    return tree;
  });
  const stage = makeStage(database, { federationId: DEMO_FEDERATION, now, brief: o.brief ?? false, unions, cast, members });
  for (const [i, f] of features.filter((one) => one.demo).entries()) {
    if (i % COUNTED_EVERY === 0) await countRows(database);
    await f.demo?.(stage);
  }
  await passDays(database, now);
}

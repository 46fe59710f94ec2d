import type { Tx } from '#shared/call';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { appointMany } from '#engines/org';
import { PARTICIPANTS, type Somebody } from './plan.demo.ts';
import { EXPERT_GROUPS, type ExpertGroup } from './suggestions.rules.ts';
import { insertExperts, insertPersonGroups, listStaffOn } from './taken.sql.ts';
import type { Desk } from './way.demo.ts';

/** The units of the factory by organisation code: 22 beside the head office. */
export const UNITS = ['CY', 'DN', 'ZZ', 'ZL', 'JG', 'ZT', 'DZ', 'RC', 'BM', 'HJ', 'GJ', 'MJ', 'DD', 'BZ', 'JX', 'JS', 'GY', 'WZ', 'XS', 'AH', 'CC', 'HF'].map((c) => `HQ-${c}`);
/** Units whose people know most about what a group judges. */
const KNOWING: Readonly<Record<ExpertGroup, readonly string[]>> = { technology: ['HQ-JS', 'HQ-ZL', 'HQ-GY'], safety: ['HQ-AH', 'HQ-BM', 'HQ-HJ'], equipment: ['HQ-JX', 'HQ-DN', 'HQ-MJ'], management: ['HQ', 'HQ-WZ', 'HQ-XS'] };
const EACH_GROUP = 6;
const GROUPS: readonly [group: string, every: number, from: number][] = [['manager', 19, 3], ['keyStaff', 8, 5], ['teamLeader', 14, 6], ['party', 4, 1]];

/** The people of the scheme: who takes part, who decides for which unit, who is asked. */
export type Staff = { readonly taking: readonly Somebody[]; readonly desks: ReadonlyMap<string, Desk>; readonly company: Desk; readonly experts: ReadonlyMap<ExpertGroup, readonly string[]>; readonly accountantId: string };

async function findEverybody(tx: Tx, stage: DemoStage, on: string): Promise<Somebody[]> {
  const company = stage.union('HQ');
  const units = UNITS.map((code) => ({ code, ...stage.union(code) }));
  const worker = (await stage.actor('worker')).personId;
  return (await listStaffOn(tx, company.path, on)).map((p) => {
    const unit = units.find((u) => p.unionPath.startsWith(u.path)) ?? { code: 'HQ', id: company.id };
    return { personId: p.personId, unitId: unit.id, unitCode: unit.code, place: p.department, ...(p.personId === worker ? { keen: true } : {}) };
  });
}

/** Names specialists, expert groups and the groups of people that are counted by themselves, as they were in that year. */
export async function nameStaff(tx: Tx, stage: DemoStage, year: number, random: () => number): Promise<Staff> {
  const schemeUnionId = stage.union('HQ').id;
  const fromDate = `${String(year - 1)}-03-01`;
  const all = await findEverybody(tx, stage, `${String(year)}-12-31`);
  const of = (code: string): Somebody[] => all.filter((p) => p.unitCode === code);
  const key = async (name: string): Promise<string> => (await stage.actor(name)).personId;
  const [chair, office, specialist, accountantId, expert, worker, press] = await Promise.all(['li', 'ideas', 'specialist', 'accountant', 'expert', 'worker', 'press'].map(key)) as [string, string, string, string, string, string, string];
  const specialists = new Map(UNITS.map((code) => [code, code === 'HQ-CY' ? specialist : (of(code)[20]?.personId ?? '')]));
  await appointMany(tx, [...specialists].filter(([code]) => code !== 'HQ-CY').map(([code, personId]) => ({
    id: newId(), personId, unionId: stage.union(code).id, office: 'suggestionSpecialist', title: '', fullTime: false, fromDate, toDate: null, basis: '',
  })));
  const experts = new Map(EXPERT_GROUPS.map((group) => [group, [...(group === 'technology' ? [expert] : []), ...KNOWING[group].flatMap((code) => [24, 22, 18].map((n) => of(code)[n]?.personId ?? ''))].slice(0, EACH_GROUP)]));
  await insertExperts(tx, [...experts].flatMap(([expertGroup, ids]) => ids.map((personId, n) => ({ id: newId(), schemeUnionId, personId, expertGroup, leads: n === 0, fromDate }))));
  await insertPersonGroups(tx, GROUPS.flatMap(([personGroup, every, from]) => all.filter((_p, n) => n % every === from).map(({ personId }) => ({ id: newId(), schemeUnionId, personId, personGroup, fromDate }))));
  // Those who decide write none themselves; beside them some more wrote nothing that year.
  const apart = new Set([chair, office, accountantId, ...specialists.values()]);
  const playing = new Set([expert, worker, press]);
  const free = all.filter((p) => !apart.has(p.personId));
  while (free.length > PARTICIPANTS) {
    const n = Math.floor(random() * free.length);
    if (!playing.has(free[n]?.personId ?? '')) free.splice(n, 1);
  }
  return {
    taking: free, experts, accountantId, company: { unionId: schemeUnionId, officerId: office },
    desks: new Map([[schemeUnionId, { unionId: schemeUnionId, officerId: office }], ...UNITS.map((code) => [stage.union(code).id, { unionId: stage.union(code).id, officerId: specialists.get(code) ?? office }] as const)]),
  };
}

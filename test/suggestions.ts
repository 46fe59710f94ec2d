/** A company with a suggestion scheme, two units and the people who play in it, for the tests of the area innovation. */
import { newId } from '#shared/ids';
import { appointMany } from '#engines/org';
import { saveScheme } from '../src/features/innovation/suggestions/scheme.sql.ts';
import { cast, foundBelow, foundCity, type Player } from './people.ts';
import type { TestHouse } from './server.ts';

/** A company: `works` and `tools` are its units; `outsider` belongs to another enterprise of the city. */
export async function foundCompany(house: TestHouse, code: string, o: { blind?: boolean } = {}) {
  const city = await foundCity(house, code);
  const company = city.one;
  const works = await foundBelow(house, city.federationId, company, `${code}-W`);
  const tools = await foundBelow(house, city.federationId, company, `${code}-T`);
  await house.within(city.federationId, (tx) => saveScheme(tx, { unionId: company.id, openedOn: '2011-03-01', blind: o.blind ?? false }));
  const [writer, mate, other, specialist, office, accountant, outsider, chair] = (await cast(house, city.federationId, [
    { name: '方小舟', unionId: works.id }, { name: '纪大海', unionId: works.id }, { name: '乔敏', unionId: tools.id }, { name: '专员', unionId: works.id, offices: ['suggestionSpecialist'] },
    { name: '建议办', unionId: company.id, offices: ['suggestionOffice'] }, { name: '会计', unionId: company.id, offices: ['accountant'] }, { name: '外厂职工', unionId: city.other.id }, { name: '公司主席', unionId: company.id, offices: ['chair'] },
  ])) as [Player, Player, Player, Player, Player, Player, Player, Player];
  return { house, ...city, company, works, tools, writer, mate, other, specialist, office, accountant, outsider, chair };
}

/** A suggestion as it is handed in; `more` replaces fields. */
export const draftOf = (more: object = {}) => ({
  title: '剪板机后挡料加装刻度', problem: '剪板机后挡料没有刻度，每次调整要试剪三四张板，浪费材料也费时间。', remedy: '在后挡料导轨两侧贴不锈钢刻度尺，并装一个锁紧手柄，调整一次到位。',
  category: 'process', place: '下料班', ...more,
});

/** Appoints somebody of the stage to one more office. */
export const appointTo = (house: TestHouse, federationId: string, who: Player, unionId: string, office: string): Promise<void> =>
  house.within(federationId, (tx) => appointMany(tx, [{ id: newId(), personId: who.id, unionId, office, title: '', fullTime: false, fromDate: '2020-01-01', toDate: null, basis: '' }]));

import { addDays, type LegalDate, weekdayOf } from '#shared/dates';
import { WORKDAYS } from './summer-care.rules.ts';

/** A session of a story: where, when, for how many, and how many ask for a place. */
export type Told = { readonly title: string; readonly site: string; readonly address: string; readonly startsOn: LegalDate; readonly endsOn: LegalDate; readonly weekdays: number; readonly capacity: number; readonly asked: number };

/** The last summer that is over on this day. */
export const summerBefore = (today: LegalDate): number => { const year = Number(today.slice(0, 4)); return `${year}-08-31` < today ? year : year - 1; };

const FACTORY_SITES = [['红旗职工之家', '厂前路 18 号二楼'], ['青年公寓活动室', '公寓路 6 号一楼']] as const;
const STREET_SITES = [['顾塘街道职工驿站', '顾塘路 102 号'], ['风雅社区活动中心', '风雅路 55 号'], ['南门市民驿站', '南门街 9 号'], ['顾塘小学托管点', '学前路 1 号']] as const;
const FACTORY_SPANS = [['07-10', '07-28'], ['07-29', '08-14'], ['08-17', '08-31']] as const;
const STREET_SPANS = [['07-10', '07-22'], ['07-23', '08-04'], ['08-05', '08-17'], ['08-18', '08-31']] as const;
const NAMES = ['第一期', '第二期', '第三期', '第四期'] as const;

const spread = (year: number, sites: readonly (readonly [string, string])[], spans: readonly (readonly [string, string])[], capacity: number): Told[] =>
  sites.flatMap(([site, address], i) => spans.map(([from, to], k): Told => ({ title: `暑期${NAMES[k] ?? ''}`, site, address, startsOn: `${year}-${from}`, endsOn: `${year}-${to}`, weekdays: WORKDAYS, capacity, asked: Math.round(capacity * ([0.9, 1.15, 0.75, 1][(i + k) % 4] ?? 1)) })));

/** The summer's twenty-two sessions (source 004: from 10 July to the end of August), six of the factory and sixteen of the street. */
export const factorySummer = (year: number): Told[] => spread(year, FACTORY_SITES, FACTORY_SPANS, 24);
export const streetSummer = (year: number): Told[] => spread(year, STREET_SITES, STREET_SPANS, 18);

/** Week-end care that runs today: it began two weeks ago and goes on for three. */
export const weekendOf = (today: LegalDate): Told => ({ title: '周末成长营', site: '红旗职工之家', address: '厂前路 18 号二楼', startsOn: addDays(today, -14), endsOn: addDays(today, 22), weekdays: 0b1000001 | (1 << weekdayOf(today)), capacity: 12, asked: 11 });

/** Winter care whose sign-up is open now: one session has places, one has people waiting, one is called off. */
export const winterOf = (today: LegalDate): Told[] => {
  const from = addDays(today, 63);
  return [
    { title: '寒假第一期', site: '红旗职工之家', address: '厂前路 18 号二楼', startsOn: from, endsOn: addDays(from, 11), weekdays: WORKDAYS, capacity: 20, asked: 11 },
    { title: '寒假第二期', site: '红旗职工之家', address: '厂前路 18 号二楼', startsOn: addDays(from, 14), endsOn: addDays(from, 25), weekdays: WORKDAYS, capacity: 8, asked: 11 },
    { title: '寒假第一期', site: '青年公寓活动室', address: '公寓路 6 号一楼', startsOn: from, endsOn: addDays(from, 11), weekdays: WORKDAYS, capacity: 10, asked: 4 },
  ];
};

export const GIVEN = { male: ['子轩', '浩然', '明哲', '宇航', '小满', '嘉树', '一鸣', '景行'], female: ['雨桐', '欣怡', '若溪', '安然', '小禾', '思齐', '语晨', '清越'] } as const;
export const HEALTH = ['对花生过敏，随身带抗过敏药。', '牛奶不耐受，加餐请换豆浆。', '有轻度哮喘，书包里有喷雾。', '对芒果过敏。'] as const;
export const INCIDENTS = ['午间活动时膝盖擦破一点皮，已清洗消毒，孩子情绪很好。', '下午有些咳嗽，量体温 36.8 度，请回家留意。', '画画作品被选上墙，孩子很开心。'] as const;

import { chunk } from './chunk.ts';
import type { Tx } from '#shared/call';
import { idCheckCharacter } from '#shared/id-number';
import { admitMany, draftMembership, newPerson, type Person, savePeople } from '#engines/org';

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵';
const GIVEN = '伟强磊军洋勇艳杰娟涛明超秀英霞平刚桂兰玉梅丹萍红辉静敏丽芳燕娜鹏飞宇浩凯健俊帆雪琳慧颖莹洁婷倩雨欣佳怡文博思远嘉豪子轩梓涵晓东建国志强海峰新民永康春华秋实';
const JOBS = ['电焊工', '管道工', '起重工', '电工', '钳工', '质检员', '资料员', '安全员', '施工员', '仓管员', '预算员', '司机', '客服', '技术员'];
const DEPARTMENTS = ['生产部', '技术部', '质量部', '综合部', '物资部', '安全环保部'];

/** A small repeatable generator (mulberry32): the same demonstration on every machine. */
export function seeded(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** ID number of nobody: the county code 119999 was never given out. */
function idNumberOf(n: number, birthDate: string, sex: 'male' | 'female'): string {
  const body = `119999${birthDate.replaceAll('-', '')}${String(n % 100).padStart(2, '0')}${(2 * (Math.floor(n / 100) % 5)) + (sex === 'male' ? 1 : 0)}`;
  return body + idCheckCharacter(body);
}

/** The n-th invented person: name, sex, birth date, ID number of nobody, telephone of a test range. */
export function inventPerson(n: number, random: () => number, name?: string): Person {
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(random() * list.length)] as T;
  const sex = random() < 0.6 ? 'male' : 'female';
  const birthDate = `${1966 + Math.floor(random() * 38)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const given = random() < 0.25 ? pick(GIVEN) : pick(GIVEN) + pick(GIVEN);
  return {
    ...newPerson(name ?? pick(SURNAMES) + given), sex, birthDate, idKind: 'residentId', idNumber: idNumberOf(n, birthDate, sex), phone: `1990000${String(n).padStart(4, '0')}`,
    staffNumber: `S${String(n).padStart(5, '0')}`, ethnicity: '01', education: pick(['bachelor', 'college', 'vocational', 'highSchool']), migrant: random() < 0.35,
    skillGrade: random() < 0.4 ? pick(['3', '4', '5']) : '',
  };
}

/** Somebody who becomes a member; department and job are drawn unless told. */
export type Settled = { readonly person: Person; readonly unionId: string; readonly beganOn: string; readonly newForm?: string; readonly department?: string; readonly job?: string };

/** Writes people and their memberships in batches of 500. Answers the person ids in order. */
export async function settle(tx: Tx, list: readonly Settled[], random: () => number): Promise<string[]> {
  const one = (of: readonly string[]): string => of[Math.floor(random() * of.length)] ?? '';
  for (const part of chunk(list, 500)) {
    await savePeople(tx, part.map(({ person, newForm }) => ({ ...person, newForm: newForm ?? '' })));
    await admitMany(tx, part.map(({ person, unionId, beganOn, newForm, department, job }) => draftMembership(tx, {
      personId: person.id, unionId, origin: 'roster', beganOn, category: newForm ? 'unattached' : 'regular', subsidised: newForm !== undefined,
      department: department ?? one(DEPARTMENTS), job: job ?? one(JOBS), employmentForm: newForm ? 'platform' : 'contract',
    })));
  }
  return list.map(({ person }) => person.id);
}

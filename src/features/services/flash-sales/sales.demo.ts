import { Readable } from 'node:stream';
import type { Actor, Tx } from '#shared/call';
import { addDays, instantAt, legalDateOf } from '#shared/dates';
import type { DemoStage } from '#shared/demo';
import { claims } from '#engines/claims';
import { files } from '#engines/files';
import { appoint } from '#engines/org';
import { approve, callOff, giveBack, showOrder, submit } from './approving.service.ts';
import { listMemberIds } from './figures.sql.ts';
import { make } from './making.service.ts';
import { remind } from './seeing.service.ts';

type Draft = Omit<Parameters<typeof make>[2], 'unionId'>;
type Season = { readonly goods: string; readonly about: string; readonly measure: string; readonly yuan: number; readonly occasion: Draft['occasion']; readonly colour: string };
const CALL = { locale: 'zh' } as Parameters<typeof submit>[3];
const HOUR = 3_600_000;
const BATCH = 500;

/** What is given in which month. */
const SEASONS: readonly Season[] = [
  { goods: '春节年货礼盒', about: '干货坚果八样，厂家直送，保质期到四月。', measure: '盒', yuan: 88, occasion: 'spring', colour: '#b3261e' }, { goods: '元宵汤圆礼盒', about: '黑芝麻、花生各两袋，冷链送到领取点。', measure: '盒', yuan: 46, occasion: 'spring', colour: '#8d6e63' },
  { goods: '清明青团礼盒', about: '当日现做，豆沙、咸蛋黄各六只。', measure: '盒', yuan: 42, occasion: 'qingming', colour: '#4c8c4a' }, { goods: '清明青团礼盒', about: '当日现做，豆沙、咸蛋黄各六只。', measure: '盒', yuan: 42, occasion: 'qingming', colour: '#4c8c4a' },
  { goods: '劳动节工装毛巾套装', about: '纯棉毛巾三条、劳保手套两双。', measure: '套', yuan: 39, occasion: 'labour', colour: '#546e7a' }, { goods: '端午粽子礼盒', about: '鲜肉、蛋黄、豆沙共十只，真空包装。', measure: '盒', yuan: 58, occasion: 'dragonBoat', colour: '#33691e' },
  { goods: '端午粽子礼盒', about: '鲜肉、蛋黄、豆沙共十只，真空包装。', measure: '盒', yuan: 58, occasion: 'dragonBoat', colour: '#33691e' }, { goods: '中秋月饼礼盒', about: '广式双黄白莲蓉，六只装。', measure: '盒', yuan: 68, occasion: 'midAutumn', colour: '#b5813a' },
  { goods: '中秋月饼礼盒', about: '广式双黄白莲蓉，六只装。', measure: '盒', yuan: 68, occasion: 'midAutumn', colour: '#b5813a' }, { goods: '国庆杂粮礼盒', about: '新米和六样杂粮，共五公斤。', measure: '盒', yuan: 62, occasion: 'national', colour: '#c77f2e' },
  { goods: '元旦汤圆礼盒', about: '黑芝麻、花生各两袋，冷链送到领取点。', measure: '盒', yuan: 46, occasion: 'newYear', colour: '#8d6e63' }, { goods: '元旦汤圆礼盒', about: '黑芝麻、花生各两袋，冷链送到领取点。', measure: '盒', yuan: 46, occasion: 'newYear', colour: '#8d6e63' },
];
const seasonOf = (at: Date): Season => SEASONS[Number(legalDateOf(at).slice(5, 7)) - 1] as Season;

/** A plain picture, drawn: the demonstration carries no photographs. */
async function picture(stage: DemoStage, by: Actor, when: Date, s: Season): Promise<string> {
  const { default: sharp } = await import('sharp');
  const drawn = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="720" height="480"><rect width="720" height="480" fill="#faf3e3"/><rect x="170" y="120" width="380" height="260" rx="20" fill="${s.colour}"/><rect x="170" y="222" width="380" height="44" fill="#f3d9a0"/><rect x="338" y="120" width="44" height="260" fill="#f3d9a0"/><circle cx="360" cy="244" r="52" fill="#fff7e6"/><circle cx="360" cy="244" r="34" fill="none" stroke="${s.colour}" stroke-width="6"/></svg>`);
  const received = await files.receive(Readable.from([await sharp(drawn).png().toBuffer()]), `${s.goods}.png`, { anonymous: false });
  return (await stage.at(when, (tx) => files.keep(tx, by, received))).id;
}

const draftOf = (s: Season, opensAt: Date, o: Partial<Draft> & { places: number }): Draft => ({
  title: `一元抢 · ${s.goods}`, about: s.about, measure: s.measure, worthFen: s.yuan * 100, occasion: s.occasion, form: 'goods', pays: 'atHandOver', price: 100, quotas: [], opensAt, closesAt: new Date(opensAt.getTime() + 8 * HOUR), unions: [], memberMonths: 0, restDays: 0, misses: null,
  place: '工会职工之家', handOverFrom: new Date(opensAt.getTime() + 20 * HOUR), handOverTo: new Date(opensAt.getTime() + 150 * HOUR), transferable: false, waits: false, tax: 'welfare', taxNote: '按会员活动福利列支，人人可参加，经工会委员会讨论。', photos: [], ...o,
});

/** Somebody who is an active member there: the stories of other parts let some people move on. */
async function memberOf(stage: DemoStage, code: string, from: number): Promise<Actor> {
  for (let n = from; ; n++) {
    const actor = await stage.member(code, n);
    if (actor.membership?.state === 'active' && actor.membership.path.startsWith(stage.union(code).path)) return actor;
  }
}

/** The union's officer for culture and welfare, appointed for the stories. */
async function organiserOf(stage: DemoStage, home: string, n: number, code: string): Promise<Actor> {
  const { personId } = await memberOf(stage, home, n);
  await stage.at(stage.ago(400, '09:00'), (tx) => appoint(tx, { personId, unionId: stage.union(code).id, office: 'organiser', title: '生活委员' }));
  return memberOf(stage, home, n);
}

async function published(stage: DemoStage, people: { maker: Actor; chair: Actor }, code: string, made: Date, d: Draft): Promise<string> {
  const { id } = await stage.at(made, (tx) => make(tx, people.maker, { unionId: stage.union(code).id, ...d }));
  await stage.at(new Date(made.getTime() + 10 * 60_000), (tx) => submit(tx, people.maker, { id }, CALL));
  await stage.at(new Date(made.getTime() + 3 * HOUR), (tx) => approve(tx, people.chair, { id, text: '' }, CALL));
  return id;
}

/** So many members press: the first within the first second, the last of them after `seconds`; most come early. */
async function press(stage: DemoStage, code: string, offerId: string, opensAt: Date, o: { people: number; seconds: number }): Promise<void> {
  const ids = await stage.at(stage.now, (tx) => listMemberIds(tx, stage.union(code).path, o.people));
  const after = (i: number): Date => new Date(opensAt.getTime() + Math.round(180 + 1000 * o.seconds * (i / ids.length) ** 1.35));
  for (let from = 0; from < ids.length; from += BATCH * 2) {
    const some = ids.slice(from, from + BATCH * 2);
    await stage.at(after(from + some.length), (tx) => claims.decide(tx, offerId, some.map((personId, i) => ({ personId, key: 'demo', places: 1, unitId: null, at: after(from + i) }))));
  }
}

/** Most come and pay their yuan; some do not. */
async function collect(stage: DemoStage, by: Actor, offerId: string, when: Date, share: number): Promise<void> {
  const hand = async (tx: Tx): Promise<void> => {
    const due = await claims.listByState(tx, offerId, ['taken'], 20_000);
    const come = due.filter((_, i) => i % 100 < share);
    for (let from = 0; from < come.length; from += BATCH) await claims.handOver(tx, by, offerId, come.slice(from, from + BATCH).map((c) => ({ code: claims.codesOf(tx.federationId, c).code, at: when, paid: true })));
  };
  await stage.at(when, hand);
}

/** What the sources tell: three thousand boxes in four seconds. */
async function tellPast(stage: DemoStage): Promise<void> {
  const people = { maker: await organiserOf(stage, 'MZ-GN-TP', 5, 'MZ'), chair: await stage.actor('city') };
  const opensAt = stage.ago(60, '10:00');
  const s = seasonOf(opensAt);
  const places = stage.brief ? 40 : 3_000;
  const made = new Date(opensAt.getTime() - 70 * HOUR);
  const id = await published(stage, people, 'MZ', made, draftOf(s, opensAt, { places, place: '各级工会领取点，凭领取码', photos: [await picture(stage, people.maker, made, s)] }));
  await press(stage, 'MZ', id, opensAt, { people: stage.brief ? 46 : 3_200, seconds: 4 });
  await collect(stage, people.maker, id, new Date(opensAt.getTime() + 30 * HOUR), 96);
  await stage.at(new Date(opensAt.getTime() + 26 * HOUR), (tx) => showOrder(tx, people.maker, { id, shown: true }));
}

/** The factory: one to come with quotas, one that waits for the chair, one returned, one that is a draft. */
async function tellFactory(stage: DemoStage): Promise<void> {
  const people = { maker: await organiserOf(stage, 'HQ', 14, 'HQ'), chair: await stage.actor('li') };
  const soon = instantAt(addDays(legalDateOf(stage.now), 2), 10 * 60);
  const s = seasonOf(soon);
  const yesterday = stage.ago(1, '09:20');
  const photos = [await picture(stage, people.maker, stage.ago(3, '09:20'), s)];
  const quotas = (['HQ-CY', 'HQ-ZZ'] as const).map((code) => ({ unionId: stage.union(code).id, places: 60, rollsUpAt: new Date(soon.getTime() + 600_000) }));
  const coming = await published(stage, people, 'HQ', stage.ago(3, '09:20'), draftOf(s, soon, { places: 480, quotas, memberMonths: 3, place: '工会一楼职工之家', photos }));
  for (const [unit, n] of [['HQ-CY', 1], ['HQ-ZZ', 2], ['HQ', 3]] as const) {
    const member = await memberOf(stage, unit, n);
    await stage.at(yesterday, (tx) => remind(tx, member, { id: coming, on: true }));
  }
  const unionId = stage.union('HQ').id;
  const later = instantAt(addDays(legalDateOf(stage.now), 9), 12 * 60);
  const waiting = await stage.at(yesterday, (tx) => make(tx, people.maker, { unionId, ...draftOf(s, later, { title: '一元抢 · 职工影院观影券', about: '指定影片观影券一张，凭券到职工影院换座。', measure: '张', places: 200, worthFen: 4_500, occasion: 'other', form: 'voucher', restDays: 30, misses: { most: 2, days: 180 } }) }));
  await stage.at(stage.ago(1, '09:40'), (tx) => submit(tx, people.maker, { id: waiting.id }, CALL));
  const back = await stage.at(stage.ago(5, '15:00'), (tx) => make(tx, people.maker, { unionId, ...draftOf(s, later, { title: '一元抢 · 生日蛋糕券', about: '本月生日会员可抢，一人一张。', measure: '张', places: 80, worthFen: 12_800, occasion: 'birthday', form: 'voucher' }) }));
  await stage.at(stage.ago(5, '15:10'), (tx) => submit(tx, people.maker, { id: back.id }, CALL));
  await stage.at(stage.ago(4, '10:00'), (tx) => giveBack(tx, people.chair, { id: back.id, text: '蛋糕券价值偏高，请改为 8 寸以内的品种并重新询价。' }));
  await stage.at(yesterday, (tx) => make(tx, people.maker, { unionId, ...draftOf(SEASONS[0] as Season, instantAt(addDays(legalDateOf(stage.now), 40), 10 * 60), { places: 1_000, tax: '', taxNote: '', place: '' , handOverFrom: null, handOverTo: null }) }));
}

/** The site company: one that is on with few left, so that whoever visits can press. */
async function tellOn(stage: DemoStage): Promise<void> {
  const people = { maker: await organiserOf(stage, 'HB', 9, 'HB'), chair: await stage.actor('gao') };
  const opensAt = new Date(stage.now.getTime() - 40 * 60_000);
  const s: Season = { goods: '工地暖冬三件套', about: '保温壶、护膝、热水袋各一件，按项目部配送。', measure: '套', yuan: 75, occasion: 'other', colour: '#a14d3a' };
  const made = new Date(opensAt.getTime() - 50 * HOUR);
  const id = await published(stage, people, 'HB', made, draftOf(s, opensAt, { places: stage.brief ? 12 : 150, closesAt: new Date(opensAt.getTime() + 56 * HOUR), transferable: true, place: '各项目部工会小组', photos: [await picture(stage, people.maker, made, s)] }));
  await press(stage, 'HB', id, opensAt, { people: stage.brief ? 9 : 143, seconds: 900 });
}

/** A street: called off before it began. */
async function tellOff(stage: DemoStage): Promise<void> {
  const people = { maker: await stage.actor('street'), chair: await stage.actor('district') };
  const opensAt = stage.ago(12, '18:00');
  const s: Season = { goods: '骑手雨衣', about: '反光分体雨衣，均码。', measure: '件', yuan: 65, occasion: 'other', colour: '#2f6690' };
  const id = await published(stage, people, 'MZ-JD-GT', stage.ago(16, '10:00'), draftOf(s, opensAt, { places: 120, place: '顾塘街道总工会服务站' }));
  const rider = await memberOf(stage, 'MZ-JD-GT-PH', 4);
  await stage.at(stage.ago(14, '20:00'), (tx) => remind(tx, rider, { id, on: true }));
  await stage.at(stage.ago(13, '11:00'), (tx) => callOff(tx, people.maker, { id, why: '到货抽检有两批反光条不合格，已退货，另行安排。' }));
}

/** Six sales in every state, at the city, a factory, a building company and a street. */
export async function demo(stage: DemoStage): Promise<void> {
  await tellPast(stage);
  await tellFactory(stage);
  await tellOn(stage);
  await tellOff(stage);
}

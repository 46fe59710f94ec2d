import { pickThing } from './machines.demo.ts';
import { MACHINE_PATTERNS, type Pattern } from './patterns.demo.ts';
import { PLACE_PATTERNS } from './places.demo.ts';
import { ROOM_PATTERNS } from './rooms.demo.ts';
import type { Category } from './suggestions.rules.ts';

/** What somebody wrote. `about` tells apart what is on different matters, `remedied` which way out was thought of. */
export type Written = { readonly title: string; readonly problem: string; readonly remedy: string; readonly effect: string; readonly category: Category; readonly about: string; readonly remedied: string };

const PATTERNS: readonly Pattern[] = [...MACHINE_PATTERNS, ...PLACE_PATTERNS, ...ROOM_PATTERNS];

const SEEN = ['', '上周值班时发现，', '班组讨论过几次，', '这个问题已经有半年了，', '夜班最明显，', '对照安全检查表发现，', '跟师傅一起看过，', '近几个月更突出，', '新员工反映，', '任务紧的时候，'];
const MATTERS = ['', '影响后道工序。', '客户来审核时也问过。', '大家都觉得别扭。', '一年算下来不是小数。', '班后会上提过两次。', '存在隐患。', '比兄弟单位差一截。', '不符合作业指导书的要求。'];
const WORKSHOP = ['', '材料用库里的边角料，本班组可以自己做。', '先在一台上试一个月，好用再推广。', '估计花费{2-9}百元，{1-3}个工作日可以装好。', '请机修分厂配合，利用周末停产安装。', '图纸已经画好，可以直接加工。', '做好以后写进作业指导书和点检表。', '由班长每周检查一次，结果写在看板上。'];
const ON_PAPER = ['', '先试行一个月，好用再推广。', '样张已经做好，附在后面。', '由班长每周抽查一次。', '写进管理办法后统一执行。', '请信息员帮忙，{1-3}个工作日可以做好。', '各班组先开会讲十分钟。', '旧的做法同时停用，不搞两套。'];
const EFFECTS: Readonly<Record<Category, readonly string[]>> = {
  quality: ['返工率可降{1-5}个百分点', '一次合格率提高{1-4}个百分点', '每月少报废{5-60}件'], process: ['单件工时减少{1-6}分钟', '每月可省工时{8-60}小时', '每班少走{1-4}千米'],
  safety: ['消除{1-3}处隐患', '伤手的风险明显降低', '应急处置快{1-5}分钟'], environment: ['年减少危废{1-6}吨', '岗位噪声和油烟明显下降', '现场空气明显改善'],
  equipment: ['停机时间减少{20-60}%', '年减少抢修{2-6}次', '备件费用年省{3-30}千元'], energy: ['年节电约{1-9}万度', '年节约费用约{3-40}千元', '能耗下降{3-15}%'],
  cost: ['年节约费用约{3-40}千元', '每月少用{20-200}公斤材料', '采购费用下降{3-12}%'], management: ['每月可省工时{8-60}小时', '办理时间缩短一半', '差错明显减少'],
  site: ['现场一目了然', '找东西的时间减少{50-90}%', '每班少走{1-4}千米'], other: ['职工都说方便', '新员工上手快{2-5}天', '职工满意'],
};

const pick = <T>(of: readonly T[], random: () => number): T => of[Math.floor(random() * of.length)] as T;

/** Fills in the thing, the place and numbers between their bounds. */
function fill(text: string, thing: string, place: string, random: () => number): string {
  return text.replaceAll('{m}', thing).replaceAll('{p}', place)
    .replaceAll(/\{(\d+)-(\d+)\}/g, (_all, least: string, most: string) => String(Number(least) + Math.floor(random() * (Number(most) - Number(least) + 1))));
}

function writtenBy(pattern: Pattern, thing: string, place: string, random: () => number, remedy = pick(pattern.remedies, random)): Written {
  const say = (text: string): string => fill(text, thing, place, random);
  return {
    title: say(pattern.title), category: pattern.category, about: `${pattern.title}/${thing}/${place}`, remedied: remedy, effect: say(pick(EFFECTS[pattern.category], random)),
    problem: say(`${pick(SEEN, random)}${pick(pattern.problems, random)}。${pick(MATTERS, random)}`), remedy: say(`${remedy}。${pick(['desk', 'kitchen', 'store'].includes(pattern.thing) ? ON_PAPER : WORKSHOP, random)}`),
  };
}

/**
 * Writes suggestions, each with words of its own, on matters of the writer's unit.
 * @returns `fresh`: something new of a unit; `again`: the same matter in the words of somebody else
 */
export function writer(random: () => number) {
  const texts = new Set<string>();
  const about = new Map<string, number>();
  const patternOf = new Map<string, Pattern>();
  const unique = (draw: () => Written): Written => {
    for (let tries = 0; ; tries++) {
      const w = draw();
      if (tries < 200 && (texts.has(w.problem + w.remedy) || (about.get(w.about) ?? 0) > tries / 25)) continue;
      texts.add(w.problem + w.remedy);
      about.set(w.about, (about.get(w.about) ?? 0) + 1);
      return w;
    }
  };
  return {
    fresh: (code: string, place: string): Written => unique(() => {
      const thing = pickThing(code, random);
      const pattern = pick(PATTERNS.filter((p) => p.thing === thing.kind), random);
      const name = thing.numbered ? thing.name : `${place}${thing.name}`;
      const w = writtenBy(pattern, name, place, random);
      patternOf.set(w.about, pattern);
      return w;
    }),
    again(of: Written, place: string): Written {
      const pattern = patternOf.get(of.about);
      if (pattern === undefined) throw new Error(`nobody wrote about ${of.about}`);
      const w = writtenBy(pattern, of.about.split('/')[1] ?? '', place, random, of.remedied);
      return { ...w, title: random() < 0.5 ? w.title : `建议${w.title}`, about: of.about };
    },
  };
}

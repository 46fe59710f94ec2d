import type { Question } from './survey.rules.ts';

/** A letter that belongs to a topic's story; `answered` says what the union said, days before the first start. */
export type ToldLetter = { by: readonly [code: string, index: number] | null; title: string; text: string; place: string; day: number; answered?: { day: number; text: string } };

export const SHUTTLE: readonly ToldLetter[] = [
  { by: ['HB-BJ01', 5], title: '班车不经过地铁站', text: '亦庄的班车不停地铁站，下了班要走两站路，冬天天黑得早，大家都怕。能不能在地铁站加一站？', place: '北京亦庄项目部', day: 44, answered: { day: 38, text: '已与车队商量路线，正在了解各项目部的情况，结果会一并告诉您。' } },
  { by: ['HB-TJ01', 4], title: '班车路线能不能调整', text: '现在的班车路线绕远，早上六点就要起来等车，希望从宿舍直接到工地。', place: '天津滨海项目部', day: 42, answered: { day: 36, text: '已记下，正在统一调整路线。' } },
  { by: ['HB-HE02', 6], title: '晚班没有班车', text: '晚班十一点下班，已经没有班车了，几个人拼车回宿舍，一个月要多花两百块。', place: '雄安启动区项目部', day: 41, answered: { day: 35, text: '晚班班车正在与车队商定，结果会一并告诉您。' } },
  { by: null, title: '班车太挤', text: '班车四十五个座，早上要上六十多人，站着走高速，不安全。', place: '北京亦庄项目部', day: 40, answered: { day: 34, text: '谢谢提醒，已请车队停止超员，正在加车。' } },
];

export const SHOWER: readonly ToldLetter[] = [
  { by: ['HB-BJ01', 7], title: '更衣室热水不够用', text: '晚班下来更衣室的热水已经用完了，只能拿凉水冲一下。', place: '北京亦庄项目部', day: 12, answered: { day: 7, text: '已请综合办公室检查锅炉，同时了解其他项目部的情况。' } },
  { by: ['HB-TJ02', 3], title: '更衣室没有热水', text: '天冷以后更衣室一直没有热水，说是管子冻了，半个月没人来修。', place: '天津西青项目部', day: 11, answered: { day: 6, text: '已派人更换管道，修好后会告诉您。' } },
  { by: ['HB-LN01', 5], title: '更衣室的柜子和热水', text: '更衣室柜子不够，两个人合用一个；晚上热水也不够。', place: '沈阳浑南项目部', day: 9, answered: { day: 4, text: '柜子已报采购，热水一事正在统一解决。' } },
];

export const LODGING: readonly ToldLetter[] = [
  { by: ['HB-SX01', 2], title: '宿舍没有晾衣服的地方', text: '宿舍楼道里晾满了衣服，地上都是水，希望有个晾衣棚。', place: '太原综改区项目部', day: 92, answered: { day: 86, text: '晾衣棚已列入计划。' } },
  { by: ['HB-NM01', 3], title: '宿舍晾衣服不方便', text: '冬天衣服晾在屋里三天都不干，能不能装个烘干机？', place: '呼和浩特和林格尔项目部', day: 90, answered: { day: 84, text: '正在比较晾衣棚和烘干机，结果会告诉您。' } },
];

/** In no topic yet: what the mailbox proposes to gather. */
export const CHECKUP: readonly ToldLetter[] = [
  { by: ['HB-BJ02', 5], title: '体检报告一直没有发下来', text: '九月份做的职工体检，到现在报告还没有发，血压高不高心里没底，能不能催一催体检中心？', place: '北京顺义项目部', day: 6 },
  { by: ['HB-TJ01', 6], title: '今年的体检结果还没收到', text: '职工体检做完两个月了，体检报告一直没有发下来，同班组的人都在问，请帮忙催一下体检中心。', place: '天津滨海项目部', day: 5 },
  { by: ['HB-HE01', 3], title: '什么时候能拿到体检报告', text: '我们项目部九月体检，报告到现在没有发，有的工友等着结果去复查。', place: '石家庄正定项目部', day: 3 },
  { by: null, title: '体检报告没发', text: '体检两个月了报告还没发下来，是不是体检中心弄丢了？', place: '大同数据中心项目部', day: 2 },
];

const choose = (text: string, ...options: string[]): Question => ({ kind: 'single', text, options });

export const SHUTTLE_QUESTIONS: Question[] = [
  choose('您一般怎么上下班？', '坐班车', '拼车', '公交地铁', '步行或骑车'),
  { kind: 'several', text: '班车哪些地方要改？', options: ['加站', '加班次', '换大车', '晚班也开'] },
  { kind: 'scale', text: '您对现在的班车满意吗？', options: [] },
  { kind: 'yesNo', text: '您坐过超员的班车吗？', options: [] },
  { kind: 'open', text: '还有什么想说的？', options: [] },
];

export const SHOWER_QUESTIONS: Question[] = [
  choose('您下班时更衣室有热水吗？', '一直有', '有时没有', '经常没有'),
  { kind: 'several', text: '更衣室还缺什么？', options: ['柜子', '长凳', '吹风机', '都不缺'] },
  { kind: 'scale', text: '您对更衣室满意吗？', options: [] },
  { kind: 'open', text: '还有什么想说的？', options: [] },
];

/** Who answered about the shuttle, by site: three sites above the floor, two below it. */
export const SHUTTLE_ANSWERS: readonly (readonly [code: string, people: number])[] = [['HB-BJ01', 9], ['HB-TJ01', 7], ['HB-HE02', 6], ['HB-LN01', 3], ['HB-JL01', 2]];
export const SHUTTLE_REMARKS: readonly string[] = ['晚班十一点半加一班就行', '地铁站一定要停', '司机很准时，谢谢', '车里冬天没有暖气', '周末也希望有班车', '路上时间太长了'];

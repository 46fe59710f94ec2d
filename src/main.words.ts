import { defineWords } from '#shared/words';

/** What the start says on the terminal. */
export const words = defineWords('main', {
  ready: ['娘家已就绪：手机端与工作台', 'Niangjia is ready: phone app and console'],
  demo: ['这是演示数据，任何人都能以下列人物登录；正式使用请设 NIANGJIA_MODE=live 和新的 DATA_DIR', 'This is a demonstration: anybody may sign in as one of these. For real use set NIANGJIA_MODE=live and a new DATA_DIR'],
  loading: ['正在载入演示总工会……', 'Loading the demonstration federation …'],
  loaded: ['演示总工会已载入（{seconds} 秒）', 'The demonstration federation is loaded ({seconds} s)'],
  firstLink: ['首次使用：请用下面的链接设立第一位平台管理员（只能用一次）', 'First use: make the first administrator with this link (works once)'],
  castWaiting: ['{n} 件待办，{late} 件已逾期', '{n} waiting, {late} overdue'],
  castDue: ['{n} 件待办，{today} 件今天到期', '{n} waiting, {today} due today'],
  castQuiet: ['没有待办', 'nothing waiting'],
  castMine: ['写过 {n} 封信，{rate} 封等您评价', '{n} {n:letter|letters} written, {rate} to rate'],
  castMember: ['普通会员', 'member'],
});

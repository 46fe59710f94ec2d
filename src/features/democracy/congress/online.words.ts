import { defineWords } from '#shared/words';

/** Elections of delegates at the devices. */
export const words = defineWords('congress.online', {
  kind: ['代表选举', 'Election of delegates'], ballotTitle: ['{body}{constituency}选举代表', '{body}: delegates of {constituency}'], off: ['选举取消', 'The election was called off'],
  rollFew: ['这个选区不到 {n} 人在册，手机投票会看出谁投了什么，请在会场投票', 'Fewer than {n} voters are in the register; a vote at the devices would show who voted how. Please vote in the hall'], closesFirst: ['截止时间要晚于开始时间', 'It has to close after it opens'], opensPast: ['投票日期不能早于今天', 'The day of the vote is past'],
  ballotThere: ['已经公布手机投票，候选人和方式不能再改', 'The vote at the devices is announced; candidates and way are fixed'], noBallot: ['这次选举在会场投票', 'This election is held in the hall'], votesRun: ['手机投票还没有计票，请先截止', 'The vote is not counted yet; please close it first'],
  tellOpen: ['{body}选举代表，请您投票', '{body}: please elect your delegates'], tellOpenBody: ['“{constituency}”选区开始无记名投票，谁也查不出您怎么投。', 'The secret vote of constituency “{constituency}” is open.'],
  auditAnnounced: ['“{body}”第 {number} 届公布“{constituency}”手机投票，选民 {n} 人', 'announced the vote at the devices in “{constituency}”, term {number} of “{body}”: {n} voters'], aboutAnnounce: ['公布手机投票', 'Announce a vote at the devices'], aboutOpen: ['开始手机投票', 'Open a vote at the devices'], aboutClose: ['截止手机投票', 'Close a vote at the devices'],
  title: ['手机投票', 'Vote at the devices'], hint: ['名册按选区单位在册职工冻结；候选人公布后不能再改，票由平台计。', 'The roll is frozen from the workers in the register of the constituency’s units; candidates are fixed and the platform counts.'], announce: ['公布手机投票', 'Announce'], announced: ['已公布', 'Announced'], open: ['开始投票', 'Open'], close: ['截止投票', 'Close'], opensOn: ['投票日期', 'Day'], opensAt: ['开始', 'Opens'], closesOn: ['截止日期', 'Closes on'], closesAt: ['截止', 'Closes'],
  given: ['已投 {given} / {all}', 'Voted {given} / {all}'], keys: ['正在生成密钥，马上就好', 'Keys are being made'], counting: ['正在计票', 'Counting'], waits: ['未开始', 'Not open yet'], running: ['正在投票', 'Open'], counted: ['已计票，待宣布', 'Counted, to be declared'], vote: ['投票', 'Vote'], voteHint: ['无记名投票，谁也查不出您怎么投', 'Secret: nobody can learn how you vote'],
});

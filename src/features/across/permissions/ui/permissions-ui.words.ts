import { defineWords } from '#shared/words';

export const words = defineWords('permissionsUi', {
  title: ['职务权限', 'Permissions of offices'],
  about: ['每种职务能做什么；管到哪里由任职的工会决定', 'What each office may do; how far it reaches follows from the union where it is held'],
  office: ['职务', 'Office'],
  officeChanged: ['{title}（{n} 项更改）', '{title} ({n} changed)'],
  what: ['可以做的事', 'What it allows'],
  usual: ['通常', 'Usual'],
  usualYes: ['可以', 'yes'],
  usualNo: ['不可以', 'no'],
  here: ['本工会系统', 'Here'],
  changed: ['已更改', 'changed'],
  fixed: ['不能更改', 'fixed'],
  opens: ['包括：{list}', 'Opens: {list}'],
  allowAsk: ['允许“{office}”{what}？', 'Allow “{office}”: {what}?'],
  takeAsk: ['不再允许“{office}”{what}？', 'No longer allow “{office}”: {what}?'],
  askHint: ['对整个工会系统里担任这一职务的所有人立即生效，并记入审计日志。', 'This holds at once for everybody in the federation who holds this office, and is written in the audit log.'],
  allow: ['允许', 'Allow'],
  take: ['不再允许', 'Take away'],
  done: ['已更改', 'Changed'],
  readOnly: ['只有最高一级工会的主席和平台管理员可以更改。', 'Only the chair and the platform administrator of the top union can change this.'],
});

import { defineWords } from '#shared/words';

/** What the door itself says, before any part is asked. */
export const words = defineWords('http', {
  signInFirst: ['请先登录', 'Please sign in first'],
  notFound: ['没有找到，或者您无权查看', 'Not found, or not yours to see'],
  membersOnly: ['这项服务面向会员，请先加入工会', 'This is for members: please join the union first'],
  checkInput: ['有填写不正确的地方，请按提示修改', 'Some fields need correcting; see the notes beside them'],
  bodyTooLarge: ['内容太大，请精简后再提交', 'That is too much at once; please shorten it and try again'],
  notJson: ['提交的内容无法读取', 'What was sent could not be read'],
  writesNeedHeader: ['请从本应用内提交', 'Please submit from within the app'],
  tooMany: ['操作太频繁，请过 {seconds} 秒再试', 'Too many requests; please try again in {seconds} {seconds:second|seconds}'],
  ourMistake: ['系统出错了，我们已记录（编号 {request}），请稍后再试', 'Something broke on our side (number {request}); please try again later'],
  busy: ['人太多了，请稍后再试', 'Very busy right now; please try again shortly'],
  fieldMissing: ['请填写这一项', 'Please fill this in'],
  fieldWrong: ['这一项填写不正确', 'This is not filled in correctly'],
  fieldTooShort: ['至少要 {n} 个字', 'At least {n} {n:character|characters}'],
  fieldTooLong: ['最多 {n} 个字', 'At most {n} {n:character|characters}'],
  fieldTooSmall: ['不能小于 {n}', 'Not less than {n}'],
  fieldTooBig: ['不能大于 {n}', 'Not more than {n}'],
  fieldTooFew: ['至少要 {n} 项', 'At least {n} {n:item|items}'],
  fieldTooMany: ['最多 {n} 项', 'At most {n} {n:item|items}'],
  fieldNotOneOf: ['请从给出的选项中选择', 'Please choose one of the options'],
});

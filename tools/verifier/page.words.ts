import { defineWords } from '#shared/words';

/** What the stand-alone page says around the checks. */
export const pageWords = defineWords('drawPage', {
  title: ['抽签结果自己验', 'Check a draw yourself'],
  lead: ['把结果文件（.json）拖到这里，或点一下选择。全部计算都在您这台设备上完成，不联网，也不上传任何内容。', 'Drop the result file (.json) here, or choose it. Everything is computed on this device: nothing is sent anywhere, no network is needed.'],
  choose: ['选择结果文件', 'Choose the result file'],
  posted: ['抽签前张贴的公告指纹（可不填）', 'Fingerprint of the notice posted before the draw (may stay empty)'],
  own: ['我的签号（可不填）', 'My own entry number (may stay empty)'],
  ownPlace: ['这个签号排在第 {rank} 位，共 {all} 人。', 'This entry stands at place {rank} of {all}.'],
  ownPrize: ['中签：{prize}', 'It won: {prize}'],
  ownWaiting: ['未中签，候补第 {place} 位', 'It did not win; it is number {place} of the waiting list'],
  ownMissing: ['名单里没有这个签号，请核对后再试。', 'This entry number is not in the list. Please check it and try again.'],
  winners: ['中签名单', 'Winners'],
  rank: ['次序', 'Place'],
  prize: ['奖项', 'Prize'],
  name: ['中签人（隐名）', 'Winner (masked)'],
  earlier: ['这是重新抽签。原因：{reason}', 'This is a draw held again. The reason: {reason}'],
  terms: ['公布的规则', 'The published rules'],
  entryOk: ['您的签在封存的名单里。公告指纹：{hash}', 'Your entry is in the frozen list. Fingerprint of the notice: {hash}'],
  entryBad: ['这份签的凭证与封存的名单对不上，请向工会反映。', 'This proof of entry does not fit the frozen list. Please tell the union.'],
  how: ['怎么算的', 'How it is computed'],
  howText: [
    '名单里每一签化成一个散列值，合成一个根值，在抽签前张贴。根值、规则、外部随机数和事先封好的密数一起算出种子；用种子给每一签算出一个数，由小到大就是次序。少一个人、多一个人、改一个字，结果都会不同。',
    'Every ticket becomes a hash; all of them give one root, which is posted before the draw. Root, rules, a random value from outside and a secret sealed beforehand give the seed; the seed gives every ticket a number, and the smallest comes first. One person more or less, one word changed, and the result is another.',
  ],
  drand: ['请到 api.drand.sh 核对第 {round} 轮的签名：{signature}', 'Compare the signature of round {round} at api.drand.sh: {signature}'],
  other: ['English', '中文'],
});

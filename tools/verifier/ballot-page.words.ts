import { defineWords } from '#shared/words';

/** What the stand-alone page for ballots says around the checks. */
export const pageWords = defineWords('ballotPage', {
  title: ['投票结果自己验', 'Check a ballot yourself'],
  lead: ['把公示文件（.jsonl）拖到这里，或点一下选择。全部计算都在您这台设备上完成，不联网，也不上传任何内容。', 'Drop the published file (.jsonl) here, or choose it. Everything is computed on this device: nothing is sent anywhere, no network is needed.'],
  choose: ['选择公示文件', 'Choose the published file'],
  posted: ['投票前公布的指纹（可不填）', 'Fingerprint announced before the vote (may stay empty)'],
  own: ['我的回执号（可不填）', 'My receipt number (may stay empty)'],
  ownPlace: ['您的票在公示的第 {no} 条，共 {all} 条。', 'Your paper is entry {no} of {all}.'],
  ownMissing: ['公示里没有这个回执号，请核对后再试；如无误，请向工会反映。', 'This receipt number is not on the board. Please check it; if it is right, tell the union.'],
  busy: ['正在核对，已完成 {done} / {all} 条……', 'Checking: {done} of {all} entries …'],
  noCrypto: ['这个浏览器在此处不能计算签名。请把本页保存到电脑上，双击打开后再试。', 'This browser cannot compute signatures here. Please save this page to a computer and open it from there.'],
  how: ['怎么核对的', 'How it is checked'],
  howText: [
    '每张票都带有投票人设备生成的一次性密钥、工会对它的盲签名、加密的内容和投票人的标记；逐张核对签名和标记，用公布的开票密钥打开，再按公布的规则从头数一遍。所有票连成散列链和散列树，根值由本次投票的印鉴签署：改一个字、少一张、多一张、换个次序，都会被指出来。',
    'Each paper carries a one-time key of the voter’s device, the union’s blind signature of it, the sealed content and the voter’s mark. Every signature and mark is checked, every paper opened with the key that was published, and everything is counted again by the published rule. All papers form a hash chain and a tree whose root is signed with the seal of this ballot: one word changed, one paper more or less or in another place is pointed out.',
  ],
  other: ['English', '中文'],
});

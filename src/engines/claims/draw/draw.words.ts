import { defineWords } from '#shared/words';

/** What the engine says of draws. */
export const drawWords = defineWords('draw', {
  unknown: ['找不到这次抽签，可能已经撤下。', 'This draw cannot be found; it may have been taken down.'],
  announced: ['规则已经公布，不能再改。需要改动请取消后另办一次。', 'The rules are public and stay as they are. To change something, call it off and make another draw.'],
  tooFewWitnesses: ['至少要有两位见证人亮出密数，见证人数不能少于这个数。', 'At least two witnesses must reveal, and there cannot be fewer witnesses than must reveal.'],
  witnessTwice: ['同一位见证人选了两次，请去掉一个。', 'One witness was chosen twice; please take one away.'],
  calledOff: ['这次抽签已经取消。', 'This draw was called off.'],
  frozen: ['名单已经封存，不能再改。', 'The list is frozen and stays as it is.'],
  notFrozen: ['名单还没有封存，请等报名截止。', 'The list is not frozen yet; please wait until entries close.'],
  tooEarly: ['报名还没有截止，截止后才能封存名单。', 'Entries are still open; the list is frozen after they close.'],
  commitmentsMissing: ['至少要有 {need} 位见证人交来封好的密数，才能封存名单。请提醒见证人。', 'At least {need} {need:witness|witnesses} must have sealed their secret before the list is frozen. Please remind them.'],
  committed: ['您的密数已经封好，不能再换。', 'Your secret is sealed already and cannot be replaced.'],
  neverCommitted: ['您没有在封存名单之前交来封好的密数，这次不能见证。', 'You had sealed no secret when the list was frozen, so you cannot reveal one this time.'],
  otherSecret: ['这不是您封好的那个密数，请核对抄写的内容。', 'This is not the secret you sealed; please compare it with what you wrote down.'],
  revealed: ['您的密数已经亮出。', 'Your secret is revealed already.'],
  drawn: ['已经抽过签了，结果已公布。', 'It has been drawn already; the result is public.'],
  roundAwaited: ['正在等待 drand 第 {round} 轮随机数，请稍候。', 'Waiting for round {round} of drand; please wait a little.'],
  revealsAwaited: ['{all} 位见证人中已有 {there} 位亮出密数，至少需要 {need} 位，并等到截止时间。', '{there} of {all} {all:witness has|witnesses have} revealed; at least {need} must, and the deadline must have passed.'],
  cameLate: ['报名在截止之后才到', 'The entry came after the end of entries'],

  auditAnnounced: ['公布了抽签“{title}”的规则，指纹 {hash}', 'made the rules of the draw “{title}” public, fingerprint {hash}'],
  auditCommitted: ['作为“{title}”的第 {no} 位见证人封好了密数，封印 {commitment}', 'sealed a secret as witness {no} of “{title}”, seal {commitment}'],
  auditFrozen: ['封存了抽签“{title}”的名单，{n} 人，公告指纹 {hash}', 'froze the list of the draw “{title}”, {n} {n:entrant|entrants}, notice {hash}'],
  auditRevealed: ['作为“{title}”的第 {no} 位见证人亮出了密数', 'revealed the secret as witness {no} of “{title}”'],
  auditDrawn: ['抽出了“{title}”的 {n} 位中签者，结果指纹 {hash}', 'drew {n} {n:winner|winners} of “{title}”, result {hash}'],
});

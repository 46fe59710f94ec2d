import { defineWords } from '#shared/words';

/** What the screens of signing in by WeCom, DingTalk and WeChat say. */
export const words = defineWords('sign-in.vendors', {
  wecom: ['企业微信', 'WeCom'],
  dingtalk: ['钉钉', 'DingTalk'],
  wechat: ['微信', 'WeChat'],
  others: ['其他登录方式', 'Other ways to sign in'],
  with: ['用{vendor}登录', 'Sign in with {vendor}'],
  goingOver: ['正在打开{vendor}', 'Opening {vendor}'],

  notConfirmed: ['{vendor}没有确认登录', '{vendor} did not confirm'],
  notConfirmedHint: ['您可能按了取消。可以再试一次，或用验证码、密码登录。', 'You may have pressed cancel. Try again, or sign in with a code or your password.'],
  failed: ['没有登录成功', 'You are not signed in'],
  toSignIn: ['回到登录页', 'Back to sign-in'],
  unknown: ['没有这种登录方式', 'There is no such way to sign in'],

  onceTitle: ['还差一步：确认您是谁', 'One more step: show who you are'],
  onceHint: ['{vendor}账号还没有绑定。请用手机验证码或密码登录一次，确认绑定后就能直接用{vendor}进入。', 'This {vendor} account is not bound yet. Sign in once with a code or your password; after you confirm, {vendor} takes you straight in.'],
  onceDrop: ['这次不绑定', 'Do not bind it now'],

  bindTitle: ['绑定{vendor}', 'Bind {vendor}'],
  bindAsk: ['把{vendor}账号绑定到{name}？', 'Bind this {vendor} account to {name}?'],
  bindGain: ['以后在{vendor}里打开娘家，不用再输验证码。', 'When you open Niangjia from {vendor}, no code is asked for any more.'],
  bindKept: ['只保存账号的加密摘要，不保存您在{vendor}里的姓名、头像和手机号。', 'Only a keyed digest of the account is kept: no name, picture or number from {vendor}.'],
  bindCare: ['{vendor}由您所在的单位管理，单位的管理员有可能掌握这个账号。不放心就不要绑定，用验证码或密码登录一样能办所有的事。', '{vendor} is run by your workplace, and whoever administers it may be able to use this account. If that worries you, do not bind it: a code or your password opens everything just as well.'],
  bindYes: ['确认绑定', 'Bind it'],
  bindNo: ['暂不绑定', 'Not now'],
  bindDone: ['已绑定{vendor}', '{vendor} is bound'],

  accounts: ['绑定的账号', 'Bound accounts'],
  accountsHint: ['绑定后可以直接用这些账号登录。', 'Bound accounts take you straight in.'],
  boundOn: ['{day} 由您绑定', 'Bound by you on {day}'],
  boundByDirectory: ['{day} 按单位通讯录绑定', 'Bound by your workplace’s directory on {day}'],
  notBound: ['未绑定', 'Not bound'],
  onlyInside: ['未绑定；请在{vendor}里打开本页绑定', 'Not bound; open this page inside {vendor} to bind it'],
  bind: ['绑定', 'Bind'],
  unbind: ['解除绑定', 'Unbind'],
  unbindAsk: ['要解除{vendor}的绑定吗？', 'Unbind {vendor}?'],
  unbindHint: ['用{vendor}登录的其他设备会退出。以后可以重新绑定。', 'Other devices signed in with {vendor} will be signed out. You can bind it again later.'],
  unbound: ['已解除绑定', 'Unbound'],
});

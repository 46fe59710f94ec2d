import { defineWords } from '#shared/words';

/** What notify itself says: around other parts' messages, and refusals about channels and choices. */
export const words = defineWords('notify', {
  sender: ['娘家 · 工会', 'Niangjia, your union'],
  open: ['打开查看', 'Open'],
  foot: ['这封邮件由工会的“娘家”平台发出。', 'Sent by the union platform Niangjia.'],
  footReply: ['这封邮件由工会的“娘家”平台发出，直接回复即可继续来信。', 'Sent by the union platform Niangjia. Simply answer this e-mail to write again.'],
  unsubscribe: ['不再接收这类邮件', 'No more e-mails of this kind'],
  digestSubject: ['您有 {count} 条工会消息', 'You have {count} {count:message|messages} from your union'],
  digestMore: ['还有 {count} 条，请在应用内查看', '{count} more; please open the app to read them'],
  tryTitle: ['测试消息', 'A trial message'],
  tryBody: ['这是“{name}”的测试消息。看到它，说明设置正确。', 'This is a trial of “{name}”. If you can read it, the settings are right.'],
  otherKinds: ['其他消息', 'Other messages'],

  channelUnknown: ['没有找到这个通道，请刷新列表。', 'This channel was not found. Please reload the list.'],
  channelTwice: ['这个工会已经设置了同类通道，请修改原有的。', 'This union has such a channel already. Please change that one.'],
  channelsFull: ['一个工会最多设置 {most} 个通道，请先删除不用的。', 'A union can have {most} {most:channel|channels} at most. Please remove one first.'],
  channelKindFixed: ['通道的类型不能更改，请删除后重新添加。', 'The kind of a channel cannot change. Please remove it and add a new one.'],
  urlBad: ['请填写完整的 https 地址。', 'Please give a complete https address.'],
  urlInside: ['这个地址在内部网络中，不能使用，请填写公网地址。', 'This address lies in an internal network and cannot be used. Please give a public one.'],
  urlKey: ['地址中缺少 {name} 参数，请从机器人设置页完整复制。', 'The address lacks its {name}. Please copy it whole from the robot’s page.'],
  secretAgain: ['更换了服务器地址，请重新填写密码或密钥。', 'The server changed: please enter its password or secret again.'],
  secretMissing: ['请填写密码或密钥。', 'Please enter the password or secret.'],
  plainOutside: ['不加密的连接只能用于本单位网络，请选择加密方式。', 'An unencrypted connection is for your own network only. Please choose encryption.'],
  visibleDemo: ['“页面显示”方式只用于演示，请设置短信网关。', 'Showing messages on a page is for demonstration only. Please set up a gateway.'],
  phoneField: ['请在字段中用到手机号码占位符。', 'One of the fields must hold the phone placeholder.'],
  tryNoAddress: ['您的资料中没有可用的地址，请先补充后再测试。', 'Your own record has no address for this. Please add one and try again.'],
  tryTooSoon: ['刚刚测试过，请 {seconds} 秒后再试。', 'It was tried a moment ago. Please wait {seconds} {seconds:second|seconds}.'],
  pageLost: ['这一页已经翻不到了，请从第一页重新查看。', 'This page can no longer be found; please start again from the first page.'],
  retryNone: ['没有可以重发的消息，可能已经发出，请刷新列表。', 'Nothing here can be sent again; it may have gone out already. Please reload the list.'],
  groupUnknown: ['没有这类消息，请刷新页面后再选择。', 'There is no such kind of message. Please reload the page and choose again.'],
  tokenBad: ['退订链接不完整或已失效，请登录后在“消息设置”中选择。', 'This link is incomplete or no longer valid. Please sign in and choose under message settings.'],
});

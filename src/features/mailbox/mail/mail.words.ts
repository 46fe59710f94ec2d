import { defineWords } from '#shared/words';

/** Letters by e-mail: what the mail server says, and what is written back. */
export const words = defineWords('mail', {
  title: ['电子邮件来信', 'Letters by e-mail'],
  unknownRecipient: ['没有这个工会信箱，请核对地址', 'There is no such mailbox of a union; please check the address'],
  unionEnded: ['这个工会已经撤销，请写给上级工会', 'This union has ended; please write to the union above it'],
  noRelay: ['这里只收写给工会信箱的信，不转发邮件', 'Only letters to a union’s mailbox are taken here; nothing is relayed'],
  tooManyRecipients: ['一封邮件最多写给 {n} 个信箱', 'One e-mail may go to {n} {n:mailbox|mailboxes} at most'],
  tooLarge: ['邮件太大，连附件最多 {mb} MB，请减少附件再发', 'The e-mail is too large: {mb} MB at most with attachments; please send fewer'],
  tooBusy: ['信箱正忙，请过几分钟再发', 'The mailbox is busy; please send it again in a few minutes'],
  tooManyTries: ['地址错误太多，请过几分钟再试', 'Too many wrong addresses; please wait a few minutes'],
  broken: ['邮件的格式读不出来，请改用纯文本再发', 'The e-mail cannot be read; please send it as plain text'],
  loops: ['邮件在服务器之间转了太多次', 'The e-mail has travelled over too many servers'],
  list: ['信箱不收邮件列表和群发邮件，请单独写信', 'The mailbox takes no mailing lists or bulk mail; please write a letter of your own'],
  noSender: ['邮件没有发件人地址，请检查后再发', 'The e-mail has no address of its writer; please check and send again'],
  empty: ['邮件里没有文字，也没有附件，请写明事情再发', 'The e-mail has neither text nor attachments; please write what it is about'],
  tooManyLetters: ['这个地址今天已经来了 {n} 封信，请明天再写，或回复已有的信', 'This address has sent {n} {n:letter|letters} today; please go on tomorrow, or answer one you have'],
  failed: ['信箱暂时收不了信，请稍后再发', 'The mailbox cannot take letters right now; please send it again later'],
  onlyFiles: ['（只有附件）', '(attachments only)'],
  original: ['邮件原文', 'whole e-mail'],
  attachment: ['附件', 'attachment'],
  fileTooMany: ['附件太多，没有收下', 'not taken: too many attachments'],
  subject: ['Re: {subject}', 'Re: {subject}'],
  received: [
    '来信已收到，编号：信 {number}。\n{union}将在 {due} 给您答复。{refused}\n\n直接回复这封邮件，就可以补充说明。也可以打开下面的页面，输入查询码，查看经过、评价答复、请求重新办理。\n\n查询码：{code}\n请保管好查询码：知道它的人就能查看和办理这封信。\n\n电子邮件不是匿名的：地址会加密保存，只有能答复您的主席、副主席查看，每次查看都有记录。要匿名写信，请扫工会海报上的二维码。反映主席本人的事，也请扫码写信，由上一级工会办理。',
    'Your letter has arrived; its number is L {number}.\n{union} will answer by {due}.{refused}\n\nAnswer this e-mail to add something. Or open the page below and enter the follow-up code: you see how it goes, rate the answer, and can have it taken up again.\n\nFollow-up code: {code}\nKeep it safe: whoever knows it can see this letter and act on it.\n\nE-mail is not anonymous: the address is kept sealed and shown only to the chairpersons who may answer you, and each look is logged. To write anonymously, please scan the code on your union’s poster. Matters about the chairperson should be written there too; the union above then deals with them.',
  ],
  refusedFiles: ['以下附件没有收下：\n{list}', 'These attachments were not taken:\n{list}'],
  filesNotTaken: ['您的补充已收到（信 {number}）。{refused}', 'What you added has arrived (L {number}).{refused}'],
  closedNow: [
    '信 {number} 现在是“{state}”，这次的回信没有登记。\n要请工会重新办理，请打开下面的页面，输入查询码：{code}；也可以另写一封信，提到这个编号。',
    'Letter L {number} is now “{state}”, so this reply was not filed.\nTo have it taken up again, open the page below and enter the follow-up code {code}; or write another letter and mention this number.',
  ],
  step: ['{said}{text}\n\n查看经过、评价或请求再办，请打开下面的页面，输入查询码：{code}\n直接回复这封邮件，就可以补充说明。\n\n您的来信（信 {number}）：\n{quote}', '{said}{text}\n\nTo see how it went, rate it or ask for more, open the page below and enter the follow-up code: {code}\nAnswer this e-mail to add something.\n\nYour letter (L {number}):\n{quote}'],
});

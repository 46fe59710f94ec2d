import { defineWords } from '#shared/words';

/**
 * The texts people agree to (个人信息保护法 arts. 14, 17, 29, 30) and the privacy notice. Each says what is used, why it is
 * needed, what it means for the person and what happens after a refusal. Whoever changes a text raises its version in
 * consent.purposes.ts; a test holds the two together.
 */
export const words = defineWords('consent', {
  noticeTitle: ['个人信息保护告知书', 'Privacy notice'],
  noticeText: [
    '我已阅读《个人信息保护告知书》，知道工会用我的哪些信息、为什么用、保存多久，以及我可以随时查看、更正、导出和申请删除。',
    'I have read the privacy notice and know which of my data the union uses, why, for how long, and that I may see, correct, export and ask to delete them at any time.',
  ],
  identityTitle: ['身份证件照片', 'Photo of an identity document'],
  identityText: [
    '办理需要核验原件的事项（如法律援助、补贴发放）时，工会会保存您的身份证件照片，只供经办人核对，事项办结后删除照片、只留核对结果。不同意的，可以到窗口当面出示原件，其他服务不受影响。',
    'For matters in which an original must be checked (legal aid, paying a subsidy) the union keeps a photo of your identity document, shown only to the officer in charge. When the matter is closed the photo is deleted and only the result stays. If you refuse, show the original at the counter; all other services stay open to you.',
  ],
  healthTitle: ['健康信息', 'Health information'],
  healthText: [
    '申请医疗互助、困难帮扶或职业健康服务时，需要诊断、住院和残疾情况来判断能否给付、给付多少。这些信息加密保存，每次查看都留下记录并向您公开。不同意的，不能办理这些以病情为条件的给付，其他服务不受影响。',
    'For medical mutual aid, hardship aid and occupational health the union needs diagnoses, hospital stays and disabilities to decide whether and how much is paid. They are stored encrypted and every look at them is logged and shown to you. If you refuse, benefits that depend on illness cannot be given; all other services stay open to you.',
  ],
  bankAccountTitle: ['银行账户', 'Bank account'],
  bankAccountText: [
    '给付批准后，工会把您的户名和卡号交给开户银行，用于把钱打到您的账户；账号加密保存，屏幕上只显示后四位。不同意的，可以选择其他领取方式，其他服务不受影响。',
    'After a payment is approved the union gives your name and card number to the bank so that the money reaches you. The number is stored encrypted and screens show its last four digits only. If you refuse, you may be paid in another way; all other services stay open to you.',
  ],
  hardshipTitle: ['收入与家庭困难情况', 'Income and hardship of the household'],
  hardshipText: [
    '申请困难帮扶、子女助学时，需要家庭收入、住房和支出情况，并可能与民政、医保等部门的数据核对。经办人和审批人可以查看，公示时隐去姓名和细节。不同意的，不能办理困难认定，其他服务不受影响。',
    'For hardship aid and help with school fees the union needs the income, housing and expenses of your household and may compare them with data of the civil-affairs and health-insurance offices. The officers who handle and approve the case can see them; publications leave out names and details. If you refuse, hardship cannot be recognised; all other services stay open to you.',
  ],
  portraitTitle: ['肖像与活动照片', 'Portrait and photos of events'],
  portraitText: [
    '工会组织活动时可能拍到您，照片用于本工会的活动回顾和会员证。不同意的，请告诉现场人员，我们不用含有您的照片，您照样可以参加活动。',
    'At events of the union you may appear in photos used for the review of the event and for your member card. If you refuse, tell the staff: pictures showing you are not used and you can take part all the same.',
  ],
  locationTitle: ['位置与步数', 'Location and steps'],
  locationText: [
    '参加健步走、签到、查找附近驿站时，会用到当时的位置或每日步数；只记结果（是否到场、步数），不保存轨迹。不同意的，可以改用现场签到或手动查找，其他服务不受影响。',
    'For walking events, check-in and finding a station nearby the current place or the daily number of steps is used. Only the result is kept (present or not, steps), never a track. If you refuse, check in at the desk or search by hand; all other services stay open to you.',
  ],
  childrenTitle: ['未满十四周岁子女的信息', 'Data of children under fourteen'],
  childrenText: [
    '您作为监护人为子女报名暑托班、助学等服务时，需要孩子的姓名、年龄、健康提示和接送人信息，只供该项服务使用，服务结束满一年删除。不同意的，不能为孩子报名这些服务，您自己的服务不受影响。',
    'When you as guardian sign a child up for summer care or school aid, the union needs the name, age, health notes of the child and who collects it. They are used for that service only and deleted a year after it ends. If you refuse, the child cannot be signed up; your own services stay open to you.',
  ],
  publicationTitle: ['公开姓名与事迹', 'Publishing name and deeds'],
  publicationText: [
    '评优、表彰、合理化建议等结果公布时，会公开您的姓名、单位和事迹。不同意的，公布时隐去您的姓名，不影响评选资格。',
    'When awards, honours or adopted suggestions are announced, your name, unit and deeds are published. If you refuse, your name is left out; your standing in the selection does not change.',
  ],
  sharingTitle: ['提供给合作机构', 'Passing data on to partners'],
  sharingText: [
    '您使用保险、体检、律师、培训等合作服务时，工会把办理所必需的姓名、电话和会员身份提供给您选择的那一家机构，每次提供都有记录可查。不同意的，不能在线使用这些合作服务，其他服务不受影响。',
    'When you use partner services (insurance, check-ups, lawyers, training) the union passes your name, phone and membership to the partner you chose, as far as needed; each transfer is recorded for you to see. If you refuse, these partner services cannot be used online; all other services stay open to you.',
  ],
  noticeStays: ['告知书只表示您已阅读，无需撤回；如不想继续使用，请在“我的信息”中申请注销。', 'The notice only says that you have read it and need not be withdrawn. If you wish to stop, ask for deletion under "My data".'],
  outdated: ['告知内容已经更新，请重新阅读后再决定。', 'The text has changed. Please read it again before you decide.'],
  notGiven: ['您没有同意过这个事项，无需撤回。', 'You have not agreed to this, so there is nothing to withdraw.'],

  // Sentences of the log; who did it stands in front of them.
  saidConsented: ['同意“{purpose}”（第{version}版）', 'agreed to "{purpose}" (version {version})'],
  saidRefused: ['没有同意“{purpose}”（第{version}版）', 'did not agree to "{purpose}" (version {version})'],
  saidWithdrew: ['撤回了对“{purpose}”的同意', 'withdrew consent to "{purpose}"'],

  whoHeading: ['谁在处理您的信息', 'Who handles your data'],
  whoText: [
    '您所属的工会及其上级工会依照《中华人民共和国工会法》履行职责，是您个人信息的处理者。承办人员按职务只能看到本工会及下级工会的必要信息。',
    'Your union and the unions above it handle your data in order to fulfil their duties under the Trade Union Law. Officers see only what their office needs, in their own union and below.',
  ],
  whatHeading: ['用哪些信息，为什么用', 'Which data, and why'],
  whatText: [
    '入会登记用姓名、性别、出生日期、证件号码、手机号码、单位和岗位（履行工会法规定的职责）；办理您申请的服务用您在该项服务中填写的内容；账号安全用登录设备的大致名称和登录时间（精确到小时）。健康、银行账户、家庭困难、位置、子女、肖像等信息，只在您单独同意后使用。',
    'Joining: name, sex, date of birth, identity number, phone, workplace and job (duties of unions by law). Services you ask for: what you enter there. Safety of your account: a coarse name of the device and the hour of signing in. Health, bank account, hardship, location, children and pictures are used only after your separate consent.',
  ],
  anonymousHeading: ['匿名来信', 'Anonymous letters'],
  anonymousText: [
    '匿名来信不保存任何能找到您的内容，管理员也查不到；只有凭您手中的查询码才能看到答复。',
    'Of an anonymous letter nothing is kept that leads to you; not even an administrator can find out. Only the follow-up code in your hands shows the answer.',
  ],
  howLongHeading: ['保存多久', 'For how long'],
  howLongText: [
    '会籍和办事记录在您在会期间保存，离会后按工会档案和会计档案的规定年限保存，其间只存放、不使用；操作日志至少保存六个月。期满删除或去掉身份信息。',
    'Records of membership and services are kept while you are a member, and afterwards for the years that the rules on union and accounting archives demand, during which they are stored and not used. Logs are kept for at least six months. Then they are deleted or made anonymous.',
  ],
  whereHeading: ['存在哪里，给谁', 'Where they are, and who receives them'],
  whereText: [
    '信息保存在本工会管理的服务器上，证件号码、手机号码、银行账号和健康信息加密存放。除法律规定或您单独同意外，不提供给单位或其他人；您所在单位看不到您的来信、求助和健康信息。',
    'The data are stored on servers under the control of the union; identity numbers, phones, bank accounts and health data are encrypted. They are not given to your employer or anybody else unless the law says so or you consent separately. Your employer does not see your letters, requests for help or health data.',
  ],
  rightsHeading: ['您的权利', 'Your rights'],
  rightsText: [
    '您可以在“我的信息”中查看工会保存了什么、谁看过，导出、更正、撤回同意、申请删除；工会在15个工作日内答复。对答复不满意的，可以向上级工会或网信部门反映。',
    'Under "My data" you can see what is stored and who looked at it, export and correct it, withdraw consent and ask for deletion; the union answers within 15 working days. If you are not satisfied, turn to the union above or to the cyberspace administration.',
  ],
});

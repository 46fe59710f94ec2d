import { defineWords } from '#shared/words';

/** Every sentence of signing in, sessions, second factor and consents. */
export const words = defineWords('sign-in', {
  title: ['登录与账号安全', 'Sign-in and account safety'],

  aboutRequestCode: ['向手机发送一次性验证码；无论号码是否登记，回答都一样', 'Send a one-time code to a phone; the answer is the same whether or not the number is known'],
  aboutWithCode: ['用手机号和一次性验证码登录', 'Sign in with a phone number and a one-time code'],
  aboutWithPassword: ['用手机号或工号加密码登录', 'Sign in with a phone or staff number and a password'],
  aboutChoose: ['同一号码有多人时选择是哪一位', 'Choose the person when several share a phone'],
  aboutSecondStep: ['登录第二步：动态口令或备用码', 'Second step of signing in: authenticator or recovery code'],
  aboutSignOut: ['退出登录', 'Sign out'],
  aboutMe: ['我是谁、属于哪个工会、可以做什么', 'Who I am, which union I belong to and what I may do'],
  aboutPreferences: ['设置语言和大字', 'Set language and large type'],
  aboutSessions: ['我登录过的设备', 'The devices I am signed in on'],
  aboutEndSession: ['让一台设备退出登录', 'Sign one device out'],
  aboutEndOthers: ['让其他设备全部退出登录', 'Sign all other devices out'],
  aboutOwnCode: ['向本人手机发送验证码，用于确认身份', 'Send a code to the own phone as a proof of identity'],
  aboutSetPassword: ['设置或更换密码', 'Set or change the password'],
  aboutNewPhoneCode: ['向新手机号发送验证码', 'Send a code to the new phone'],
  aboutChangePhone: ['更换手机号', 'Change the phone number'],
  aboutEnrolTotp: ['开始启用动态口令', 'Begin to set up an authenticator'],
  aboutConfirmTotp: ['确认动态口令并取得备用码', 'Confirm the authenticator and receive recovery codes'],
  aboutRecoveryCodes: ['换发备用码', 'Issue new recovery codes'],
  aboutRemoveTotp: ['停用动态口令', 'Remove the authenticator'],
  aboutNotice: ['个人信息保护告知书', 'The privacy notice'],
  aboutConsents: ['我同意过和没有同意的事项', 'What I have and have not agreed to'],
  aboutGiveConsent: ['同意或拒绝一个事项', 'Agree to or refuse one purpose'],
  aboutWithdrawConsent: ['撤回同意', 'Withdraw consent'],
  aboutFirstAdministrator: ['首位管理员链接是否有效', 'Whether the first administrator link still works'],
  aboutBecomeFirst: ['用一次性链接成为首位管理员', 'Become the first administrator with the one-time link'],
  aboutCast: ['演示：可以扮演的人物', 'Demonstration: the people one can be'],
  aboutDemoSignIn: ['演示：一键登录', 'Demonstration: sign in with one click'],
  aboutDemoCodes: ['演示：最近发出的验证码', 'Demonstration: the codes sent last'],

  noSuchPerson: ['演示中没有这个人，请从名单中选择。', 'Nobody in the demonstration has this id. Please choose from the list.'],
  noSuchSession: ['这台设备已经退出登录，请刷新列表。', 'That device is already signed out. Please reload the list.'],

  saidSignedOut: ['退出登录', 'signed out'],
  saidEndedSession: ['让一台设备退出登录', 'signed a device out'],
  saidEndedOthers: ['让其他{count}台设备退出登录', 'signed {count} other devices out'],
});

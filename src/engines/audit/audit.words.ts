import { defineWords } from '#shared/words';

export const words = defineWords('audit', {
  looked: ['查看了{subject}的{fields}，用途：{purpose}', 'looked at {fields} of {subject}; purpose: {purpose}'],
  nobody: ['一位未留名的职工', 'somebody who left no name'],
  system: ['系统自动', 'the system'],
  fieldIdNumber: ['证件号码', 'the identity number'],
  fieldPhone: ['手机号码', 'the phone number'],
  fieldEmail: ['电子邮箱', 'the e-mail address'],
  fieldBankCard: ['银行卡号', 'the bank card number'],
  fieldBirthDate: ['出生日期', 'the date of birth'],
  fieldAddress: ['住址', 'the home address'],
  fieldHealth: ['健康信息', 'health information'],
  fieldIncome: ['收入信息', 'income information'],
  fieldAuthor: ['写信人姓名', 'the name of the writer'],
  pageLost: ['这一页已经翻不到了，请从第一页重新查看。', 'This page can no longer be found; please start again from the first page.'],
  purposeMissing: ['请写明查看的用途（2 至 200 个字）。', 'Please say what you need it for (2 to 200 characters).'],
});

import { defineWords } from '#shared/words';

export const words = defineWords('auditLogScreens', {
  log: ['审计日志', 'Audit log'],
  looksAtMe: ['谁看过我的信息', 'Who looked at my data'],
});

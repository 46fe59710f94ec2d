import { defineWords } from '#shared/words';

export const words = defineWords('auditLogScreens', {
  log: ['审计日志', 'Audit log'],
});

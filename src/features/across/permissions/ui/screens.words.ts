import { defineWords } from '#shared/words';

export const words = defineWords('permissionsScreens', {
  permissions: ['职务权限', 'Permissions'],
});

import { defineWords } from '#shared/words';

export const words = defineWords('permissions', {
  title: ['职务权限', 'Permissions of offices'],
  aboutBook: ['一种职务可以做什么', 'What an office may do'],
  aboutDecide: ['允许或不允许一种职务做一件事', 'Allows an office something, or takes it away'],
  officeUnknown: ['没有这种职务，请从列表中选择。', 'There is no such office; please choose one from the list.'],
  permissionUnknown: ['没有这项权限，请刷新后再试。', 'There is no such permission; please reload and try again.'],
  fixed: ['这项权限关系到监督，不能更改。', 'This permission keeps the others in check and cannot be changed.'],
  topOnly: ['职务权限对整个工会系统生效，请由最高一级工会的主席或平台管理员办理。',
    'Permissions hold for the whole federation; please ask the chair or the platform administrator of the top union.'],
  saidAllowed: ['允许“{office}”：{what}', 'allowed “{office}”: {what}'],
  saidTaken: ['不再允许“{office}”：{what}', 'no longer allows “{office}”: {what}'],
  mayRead: ['查看各职务的权限', 'See what each office may do'],
  mayDecide: ['更改各职务的权限', 'Change what each office may do'],
});

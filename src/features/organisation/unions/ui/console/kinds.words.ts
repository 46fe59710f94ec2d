import { defineWords } from '#shared/words';

/** Kinds of union that may be founded below the federation. */
export const kindWords = defineWords('unionKinds', {
  district: ['区县总工会', 'District federation'], street: ['街道、乡镇工会', 'Street or town union'], industry: ['产业工会', 'Industrial union'], group: ['集团（公司）工会', 'Group company union'],
  area: ['区域工会', 'Area union'], joint: ['联合工会', 'Joint union'], enterprise: ['单独基层工会', 'Enterprise union'], sector: ['行业工会', 'Sector union'], park: ['园区工会', 'Park union'],
  building: ['楼宇工会', 'Building union'], streetFront: ['街面（沿街商铺）工会', 'Street-front union'], site: ['项目工地工会', 'Site union'], farmCooperative: ['农业合作社工会', 'Farm co-operative union'],
  dwelling: ['租住地工会', 'Dwelling-place union'], branch: ['分工会', 'Branch union'], unionGroup: ['工会小组', 'Union group'],
});

/** Offices one can be appointed to. */
export const officeWords = defineWords('unionOffices', {
  chair: ['工会主席', 'Chairperson'], viceChair: ['工会副主席', 'Vice-chairperson'], committeeMember: ['工会委员', 'Committee member'], organiser: ['组织员', 'Organiser'], mailboxClerk: ['信箱经办人', 'Mailbox clerk'],
  departmentLiaison: ['承办部门联络人', 'Department liaison'], womenDirector: ['女职工委员会主任', "Women workers' director"], suggestionSpecialist: ['合理化建议专员', 'Suggestion specialist'], suggestionOffice: ['合理化建议办公室', 'Suggestion office'], accountant: ['会计', 'Accountant'], cashier: ['出纳', 'Cashier'], auditor: ['经审委员', 'Auditor'],
  socialWorker: ['工会社工', 'Union social worker'], groupLeader: ['工会小组长', 'Union group leader'], platformAdmin: ['平台管理员', 'Platform administrator'],
});

import { defineWords } from '#shared/words';

export const words = defineWords('auditLog', {
  title: ['审计日志', 'Audit log'],
  aboutList: ['列出谁对什么做了什么', 'Lists who did what to what'],
  aboutLooks: ['列出谁出于什么目的查看了敏感信息', 'Lists who looked at personal fields, and what for'],
  aboutExport: ['导出审计日志', 'Export the audit log'],
  auditExported: ['导出了 {n} 行审计日志', 'exported {n} {n:line|lines} of the audit log'],
  exportName: ['审计日志', 'audit-log'],
  columnWhen: ['时间', 'Time'],
  columnWho: ['谁', 'Who'],
  columnWhat: ['做了什么', 'What'],
  columnWhere: ['所属工会', 'Union'],
  columnPurpose: ['用途', 'Purpose'],
  aboutBasis: ['一项决定所依据的规则', 'The rules a decision rested on'],
  aboutChain: ['日志链的状态：封存到哪里、最近一次核验的结果', 'State of the chain: how far it is sealed, what the last verification found'],
  aboutVerify: ['在后台重新核验整条日志链', 'Recomputes the whole chain in the background'],
  unionUnknown: ['没有找到这个工会，或者您无权查看它的日志', 'This union was not found, or its log is not yours to see'],
  topOnly: ['只有最高一级工会的审计人员可以核验整条日志，请联系他们。', 'Only auditors of the top union can verify the whole log; please ask them.'],
  daysWrong: ['结束日期不能早于开始日期。', 'The last day cannot be before the first.'],
  saidVerify: ['要求核验整条日志', 'asked for a verification of the whole log'],
  mayRead: ['查看审计日志和敏感信息查看记录', 'See the audit log and the looks at personal fields'],
  mayVerify: ['核验审计日志是否被改动', 'Verify that the audit log was not changed'],
});

import { defineWords } from '#shared/words';

/** The register of members (会员) and the member card. */
export const words = defineWords('members', {
  title: ['会员', 'Members'],
  aboutRegister: ['会员名册', 'Register of members'], aboutMember: ['一名会员', 'One member'], aboutUnmask: ['查看完整信息', 'See a masked field'], aboutExport: ['导出会员名册', 'Export members'], aboutRetire: ['退休，保留会籍', 'Retire: membership is reserved'],
  aboutReturn: ['恢复会籍', 'Return'], aboutEnd: ['终止会籍', 'End a membership'], aboutCard: ['我的会员证', 'My member card'], aboutLeave: ['我要退会', 'Leave the union'], aboutCheck: ['核验会员证', 'Check a member card'],
  noMembership: ['您现在没有会籍', 'You have no membership at present'],
  notReserved: ['只有保留会籍的会员才能恢复', 'Only a reserved membership can return'], alreadyReserved: ['已经是保留会籍', 'The membership is reserved already'], ownDesk: ['不能办理自己的会籍，请交给其他人', 'Nobody changes the own membership at the desk; please leave it to a colleague'],
  identityNeedsApproval: ['导出证件号码需要专门授权并写明用途', 'Exporting document numbers needs a special permission and a stated purpose'],
  cardUnknown: ['不是有效的会员证二维码', 'This is no valid member card'],
  auditRetired: ['为 {name} 办理退休，保留会籍', 'Retired {name}; the membership is reserved'], auditReturned: ['为 {name} 恢复会籍', 'Restored the membership of {name}'], auditEnded: ['终止了 {name} 的会籍（{reason}）', 'Ended the membership of {name} ({reason})'],
  auditLeft: ['退出了工会', 'Left the union'], auditExported: ['导出了 {n} 名会员', 'Exported {n} {n:member|members}'], auditExportedIds: ['导出了 {n} 名会员及证件号码，用途：{purpose}', 'Exported {n} {n:member|members} with document numbers; purpose: {purpose}'],
  register: ['会员名册', 'Members'],
  name: ['姓名', 'Name'], union: ['工会', 'Union'], state: ['会籍', 'Membership'], state_active: ['正常', 'Active'], state_reserved: ['保留', 'Reserved'], state_ended: ['已终止', 'Ended'], category: ['类别', 'Category'],
  category_regular: ['一般会员', 'Regular'], category_unattached: ['两非一无', 'No own union'], card: ['会员证号', 'Card number'], staffNumber: ['工号', 'Staff number'], since: ['入会日期', 'Member since'], phone: ['手机', 'Phone'], idNumber: ['证件号码', 'Document number'],
  sex: ['性别', 'Sex'], sex_male: ['男', 'Male'], sex_female: ['女', 'Female'], birth: ['出生年份', 'Born in'], job: ['岗位', 'Job'], department: ['部门', 'Department'], reason: ['原因', 'Reason'], period: ['会籍经历', 'Periods'],
  reason_transferred: ['转会', 'Transferred'], reason_left: ['自愿退会', 'Left'], reason_lapsed: ['自动退会', 'Lapsed'], reason_retired: ['退休保留', 'Retired'], reason_expelled: ['开除会籍', 'Expelled'], reason_deceased: ['去世', 'Deceased'], reason_returned: ['恢复', 'Returned'], reason_merged: ['工会合并', 'Union merged'], reason_undone: ['撤销导入', 'Import undone'],
  search: ['姓名、工号或会员证号', 'Name, staff number or card'], exportIds: ['导出（含证件号码）', 'Export with document numbers'], purpose: ['用途', 'Purpose'], purposeHint: ['会记录在审计日志里', 'This is kept in the log'], unmask: ['查看', 'Show'],
  retire: ['退休保留会籍', 'Retire'], restore: ['恢复会籍', 'Return'], end: ['终止会籍', 'End membership'], endHint: ['自愿退会收回会员证；连续 6 个月不交会费、不参加活动，经教育仍不改的，可视为自动退会（中国工会章程第六条）', 'Whoever leaves hands the card back; six months without dues and activities, after a reminder, count as leaving (Constitution of Trade Unions, art. 6)'],
  retireHint: ['退休后保留会籍：不交会费，没有选举权、被选举权和表决权（中国工会章程第八条）', 'After retirement the membership is reserved: no dues, no vote and no candidacy (Constitution, art. 8)'],
  noneYet: ['还没有会员', 'No members yet'], noneYetHint: ['导入花名册，或贴出工会二维码请职工入会。', 'Import a roster, or put up the union’s code for workers to join.'], importRoster: ['导入花名册', 'Import a roster'], exportMore: ['更多导出', 'More exports'],
  done: ['已办理', 'Done'], myCard: ['会员证', 'Member card'], cardHint: ['出示给工会或特约商户核验', 'Show it to the union or a merchant'], history: ['我的会籍', 'My membership'],
  transfer: ['会籍接转', 'Transfer'], transferHint: ['换了单位，会籍跟着走，会龄连续', 'You changed work: the membership goes along'],
  leave: ['退出工会', 'Leave the union'], leaveHint: ['入会和退会都是自愿的。退会后会员福利停止，会籍经历会保留。', 'Joining and leaving are free. Benefits end; your history stays.'], leaveAsk: ['确认退出工会吗？', 'Leave the union?'],
  exportName: ['会员名册', 'members'], from: ['{day} 起', 'from {day}'], joinHint: ['扫描工会的二维码即可申请入会', 'Scan a union’s code to apply'], valid: ['有效会员', 'Valid member'], reserved: ['保留会籍', 'Reserved membership'], notValid: ['已失效', 'Not valid'],
});

/** A named person of the demonstration; `offices` are held from three years ago. */
export type CastMember = {
  readonly key: string;
  readonly name: string;
  readonly union: string;
  readonly app: 'member' | 'console';
  readonly offices?: readonly { readonly office: string; readonly union: string; readonly title?: string }[];
  /** listed on the sign-in page, in this order; others exist for the stories only */
  readonly listed?: boolean;
};

const office = (kind: string, union: string, title?: string) => ({ office: kind, union, ...(title ? { title } : {}) });

/** Who plays: names are invented; the mailbox follows the story of source 003. */
export const CAST: readonly CastMember[] = [
  { key: 'wang', name: '王建军', union: 'HB-BJ01', app: 'member', listed: true },
  { key: 'lisen', name: '李森林', union: 'HB', app: 'member', listed: true, offices: [office('departmentLiaison', 'HB', '合约法务部')] },
  { key: 'gao', name: '高鑫', union: 'HB', app: 'console', listed: true, offices: [office('chair', 'HB')] },
  { key: 'clerk', name: '周晓燕', union: 'HB', app: 'console', listed: true, offices: [office('mailboxClerk', 'HB')] },
  { key: 'hr', name: '陈志远', union: 'HB', app: 'console', listed: true, offices: [office('departmentLiaison', 'HB', '人力资源部')] },
  { key: 'life', name: '何秀英', union: 'HB', app: 'console', offices: [office('departmentLiaison', 'HB', '综合办公室')] },
  { key: 'up', name: '沈国良', union: 'MZ-JZ-AZ', app: 'console', listed: true, offices: [office('chair', 'MZ-JZ-AZ')] },
  { key: 'li', name: '李红梅', union: 'HQ', app: 'console', listed: true, offices: [office('chair', 'HQ')] },
  { key: 'press', name: '赵永康', union: 'HQ-CY', app: 'member', offices: [office('chair', 'HQ-CY')] },
  { key: 'rider', name: '马超', union: 'MZ-JD-GT-PH', app: 'member', listed: true },
  { key: 'area', name: '顾燕萍', union: 'MZ-JD-GT-FY', app: 'console', listed: true, offices: [office('chair', 'MZ-JD-GT-FY')] },
  { key: 'street', name: '吴海峰', union: 'MZ-JD-GT-JQ', app: 'console', listed: true, offices: [office('chair', 'MZ-JD-GT')] },
  { key: 'riders', name: '许文博', union: 'MZ-JD-GT-PH', app: 'console', offices: [office('chair', 'MZ-JD-GT-PH')] },
  { key: 'district', name: '唐慧', union: 'MZ-GN-TP', app: 'console', offices: [office('chair', 'MZ-JD')] },
  { key: 'city', name: '林志强', union: 'MZ-GN-TP', app: 'console', listed: true, offices: [office('chair', 'MZ'), office('organiser', 'MZ')] },
  { key: 'admin', name: '孙浩', union: 'MZ-GN-KJ', app: 'console', listed: true, offices: [office('platformAdmin', 'MZ')] },
  { key: 'auditor', name: '罗静', union: 'MZ-GN-TP', app: 'console', listed: true, offices: [office('auditor', 'MZ')] },
  { key: 'dongfeng', name: '郑永明', union: 'DF', app: 'console', listed: true, offices: [office('chair', 'DF')] },
  { key: 'ideas', name: '黄雅琴', union: 'HQ', app: 'console', listed: true, offices: [office('suggestionOffice', 'HQ')] },
  { key: 'specialist', name: '李卫东', union: 'HQ-CY', app: 'console', listed: true, offices: [office('suggestionSpecialist', 'HQ-CY')] },
  { key: 'accountant', name: '钱素珍', union: 'HQ', app: 'console', offices: [office('accountant', 'HQ')] },
  { key: 'expert', name: '方承志', union: 'HQ-JS', app: 'member', listed: true },
  { key: 'worker', name: '石小军', union: 'HQ-CY', app: 'member', listed: true },
];

/** How many stood here when everybody else was invented: who came later leaves the others their names, numbers and places. */
export const FIRST_CAST = 18;

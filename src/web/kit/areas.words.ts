import { defineWords } from '#shared/words';

/** The thirteen areas of the union's work, as both apps name them. */
export const areaWords = defineWords('area', {
  organisation: ['工会组织', 'Our union'],
  services: ['员工服务', 'Worker services'],
  rights: ['员工维权', 'Rights'],
  assistance: ['帮扶救助', 'Assistance'],
  democracy: ['民主管理', 'Workplace democracy'],
  innovation: ['岗位创新', 'Innovation'],
  competitions: ['竞赛活动', 'Competitions'],
  modelWorkers: ['劳模工匠', 'Model workers'],
  honours: ['荣誉评选', 'Honours'],
  news: ['工会动态', 'News'],
  resources: ['学习资料', 'Learning'],
  mailbox: ['主席信箱', 'Mailbox'],
  funds: ['工会经费', 'Union funds'],
});

/** Groups of entries in the console's menu. */
export const menuGroupWords = defineWords('menuGroup', {
  suggestions: ['建议', 'Suggestions'],
  rewards: ['奖励与积分', 'Rewards and points'],
  savings: ['岗位节约', 'Small savings'],
  reports: ['指标与报告', 'Indicators and reports'],
});

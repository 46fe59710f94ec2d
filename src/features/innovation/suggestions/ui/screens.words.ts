import { defineWords } from '#shared/words';

/** Titles that stand in menus; loaded by everybody. */
export const words = defineWords('suggestions.screens', {
  mine: ['合理化建议', 'Suggestions'],
  mineAlso: ['提建议 点子 改善 创新 我的建议 附议 金点子', 'idea improvement propose my suggestions'],
  shared: ['大家的好建议', 'Adopted ideas'],
  sharedAlso: ['共享 采纳 学习 借鉴 查找', 'shared adopted learn browse'],
  guide: ['建议四问四答', 'How to suggest'],
  guideAlso: ['怎么提 提什么 不能提 怎么发现 指引', 'how what not to guide help'],
  reviews: ['评审建议', 'Reviews'],
  reviewsAlso: ['专家 评审 打分 等级', 'expert review grade'],
  register: ['建议台账', 'Suggestions'],
  suggestion: ['合理化建议', 'Suggestions'],
  quality: ['评审质量', 'Quality of reviews'],
  settings: ['建议活动设置', 'Suggestion scheme'],
  standards: ['固化成果', 'Standards'],
  imports: ['建议台账导入', 'Import of registers'],
  benefits: ['效益核定', 'Benefits to verify'],
});

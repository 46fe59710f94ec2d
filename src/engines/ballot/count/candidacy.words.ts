import { defineWords } from '#shared/words';

/** Why somebody may not stand. */
export const candidacyWords = defineWords('ballot.candidacy', {
  mainLeader: ['单位行政主要负责人不能作为候选人', 'a main administrative leader may not stand'],
  nearRelative: ['单位行政主要负责人的近亲属不能作为候选人', 'a near relative of a main administrative leader may not stand'],
  humanResources: ['企业人力资源部门负责人不能作为候选人', 'the head of human resources of an enterprise may not stand'],
  foreignChair: ['外籍职工不能作为工会主席、副主席候选人', 'a foreign national may not stand for chair or vice-chair'],
  notMember: ['不是工会会员，不能作为候选人', 'only a member of the union may stand'],
  reserved: ['会籍保留期间不能作为候选人', 'nobody whose membership is reserved may stand'],
});

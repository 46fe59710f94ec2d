import { defineWords } from '#shared/words';

/** What each number is called. */
export const letterTitles = defineWords('rulebook.letters', {
  'letters.accept.withinWorkdays': ['来信受理时限', 'Time to accept a letter'],
  'letters.firstAnswer.withinWorkdays': ['首次答复时限', 'Time to the first answer'],
  'letters.finish.withinWorkdays': ['办结时限', 'Time to finish'],
  'letters.finishComplex.withinWorkdays': ['复杂来信办结时限', 'Time to finish a complex letter'],
  'letters.route.withinDays': ['登记转送的法定时限', 'Legal limit for registering and routing'],
  'letters.notOurs.withinWorkdays': ['对不属于本单位的来信提出异议的时限', 'Time to object that a matter is not ours'],
  'letters.lawfulFinish.withinDays': ['办结的法定时限', 'Legal limit for finishing'],
  'letters.lawfulExtension.atMostDays': ['延期的法定上限', 'Legal limit of an extension'],
  'letters.lawfulReview.askWithinDays': ['申请复查的期限', 'Time to ask for a review'],
  'letters.lawfulReview.answerWithinDays': ['复查答复时限', 'Time to answer a review'],
  'letters.lawfulRecheck.askWithinDays': ['申请复核的期限', 'Time to ask for a re-check'],
  'letters.lawfulRecheck.answerWithinDays': ['复核答复时限', 'Time to answer a re-check'],
  'letters.revisit.afterWeeks': ['办结后再次回访', 'Asking again after closing'],
  'letters.escalate.everyWorkdays': ['超时后逐级上报的间隔', 'Working days late before each step up a level'],
  'letters.closeUnrated.afterDays': ['未评价自动结案', 'Closing without a rating'],
  'letters.reopen.withinDays': ['可以重新打开的期限', 'Time within which a letter can be reopened'],
  'letters.workingHours': ['办公时间', 'Working hours'],
  'reception.leastPerMonth': ['每月接待日次数', 'Reception days a month'],
  'contactBoxes.open.everyDays': ['联系箱开箱间隔', 'Opening of contact boxes'],
  'contactBoxes.late.withinWorkdays': ['到期未开箱的上报时限', 'Time until an opening not done is reported'],
  'contactBoxes.correct.withinDays': ['开箱登记的更正期限', 'Time to correct a logged opening'],
});
export const membershipTitles = defineWords('rulebook.membership', {
  'membership.decide.withinWorkdays': ['入会审批时限', 'Time to decide on an application'],
  'membership.transfer.releaseAfterWorkdays': ['会籍转出自动放行', 'Automatic release of a transfer'],
  'membership.lapse.afterMonths': ['视为自动退会', 'Treated as having left'],
  'dues.rate.perMille': ['会费比例', 'Rate of members’ dues'],
  'dues.step.fen': ['会费基数取整', 'Step of the base of dues'],
});
export const unionTitles = defineWords('rulebook.union', {
  'union.committee.fromMembers': ['应建立基层工会委员会的会员人数', 'Members from which a committee must be set up'],
  'union.fullTimeChair.fromWorkers': ['可设专职工会主席的职工人数', 'Workers from which a full-time chair may be appointed'],
  'union.term.years': ['基层委员会任期', 'Term of a grassroots committee'],
  'union.callCongress.share': ['可提议临时召开会员大会的比例', 'Share that may call a congress'],
  'union.removeChair.majority': ['罢免主席、副主席的多数', 'Majority to remove a chair or vice-chair'],
  'union.partTimeLeave.workdaysPerMonth': ['兼职委员每月可占用的工作日', 'Paid working days a month for part-time committee members'],
  'union.womenCommittee.fromWomen': ['应建立女职工委员会的女会员人数', 'Women members from which a women’s committee is set up'],
  'union.found.withinMonths': ['单位开业后建会期限', 'Time from opening to founding a union'],
  'union.fundLevy.share': ['工会经费占工资总额的比例', 'Union levy as a share of total wages'],
  'congress.resolution.majority': ['职代会通过决议的多数', 'Majority for a resolution of the workers’ congress'],
});
export const privacyTitles = defineWords('rulebook.privacy', {
  'privacy.smallestGroup': ['统计最小人数', 'Smallest group shown in figures'],
  'privacy.request.answerWithinWorkdays': ['答复个人信息请求的时限', 'Time to answer a request about personal data'],
  'privacy.provisionRecord.keepYears': ['对外提供记录的保存年限', 'Keeping of records of provision'],
  'privacy.impactRecord.keepYears': ['影响评估报告的保存年限', 'Keeping of impact assessments'],
  'privacy.guardianConsent.belowAge': ['须监护人同意的年龄', 'Age below which a guardian consents'],
  'privacy.vulnerability.reportWithinHours': ['重大漏洞报告时限', 'Time to report a dangerous vulnerability'],
  'privacy.audit.everyYears': ['合规审计间隔', 'Interval of compliance audits'],
});
export const securityTitles = defineWords('rulebook.security', {
  'security.log.keepDays': ['日志最短留存', 'Shortest keeping of logs'],
  'security.log.keepArchivedDays': ['日志归档留存', 'Keeping of archived logs'],
  'security.password.leastLength': ['密码最短长度', 'Shortest password'],
  'security.password.leastLengthAdmin': ['管理员密码最短长度', 'Shortest password of an administrator'],
  'security.password.leastClasses': ['密码字符种类', 'Kinds of characters in a password'],
  'security.password.notLast': ['不得重复最近的密码', 'Earlier passwords that may not return'],
  'security.password.adminMostDays': ['管理员密码有效期', 'Age of an administrator’s password'],
  'security.signIn.failuresBeforeLock': ['锁定前允许的失败次数', 'Failures before an account is locked'],
  'security.signIn.lockMinutes': ['锁定时长', 'Length of the lock'],
  'security.signIn.puzzleAfterFailures': ['出现验证前的失败次数', 'Failures before a puzzle is asked'],
  'security.session.idleMinutes': ['空闲退出', 'Idle time before signing out'],
  'security.session.idleMinutesAdmin': ['管理员空闲退出', 'Idle time of an administrator'],
  'security.session.mostHours': ['会话最长时间', 'Longest session'],
  'security.session.mostPerAdmin': ['管理员同时会话数', 'Sessions of an administrator at one time'],
  'security.assessment.everyYears': ['等级测评间隔', 'Interval of graded-protection assessments'],
});
export const accessTitles = defineWords('rulebook.access', {
  'access.text.largestAtLeast': ['可放大到的字号', 'Size to which text can be enlarged'],
  'access.elder.textAtLeast': ['长辈版正文字号', 'Main text in the elder view'],
  'access.contrast.tenths': ['文字对比度', 'Contrast of text'],
  'access.elder.targetAtLeast': ['长辈版触控区域', 'Touch targets in the elder view'],
  'access.targetAtLeast': ['触控区域', 'Touch targets'],
});

export const suggestionTitles = defineWords('rulebook.suggestions', {
  'suggestions.unitReview.withinWorkdays': ['单位评审时限', 'Time for the review by the unit'],
  'suggestions.decide.withinWorkdays': ['公司评审时限', 'Time for the decision of the company'],
  'suggestions.finish.withinWorkdays': ['实施完成时限', 'Time to carry a suggestion out'],
  'suggestions.escalate.everyWorkdays': ['建议超时后逐级上报的间隔', 'Working days late before each step up a level'],
  'suggestions.complete.withinDays': ['退回补充的期限', 'Time to complete what was returned'],
  'suggestions.appeal.withinDays': ['对不采纳提出申诉的期限', 'Time to appeal against a rejection'],
  'suggestions.reviewers.atLeast': ['公司评审的专家人数', 'Experts who review for the company'],
  'suggestions.review.remindAfterDays': ['提醒评审专家的间隔', 'Reminding experts who were asked'],
  'suggestions.reward.grade1': ['一等建议奖励', 'Reward for grade one'],
  'suggestions.reward.grade2': ['二等建议奖励', 'Reward for grade two'],
  'suggestions.reward.grade3': ['三等建议奖励', 'Reward for grade three'],
  'suggestions.points.adopted': ['采纳积分', 'Points for adoption'],
  'suggestions.points.completed': ['实施完成积分', 'Points for completion'],
  'suggestions.points.standardised': ['固化积分', 'Points for standardisation'],
  'suggestions.points.keepYears': ['积分在获得当年之后还能用几年', 'Years for which points stay good after the year of earning'],
  'suggestions.bestOfYear.count': ['年度十大优秀建议条数', 'Number of the best suggestions of the year'],
  'suggestions.bestOfYear.each': ['年度优秀建议每条奖励', 'Award for each of the best of the year'],
  'suggestions.bestUnits.count': ['优秀组织单位个数', 'Number of the best units'],
  'suggestions.bestUnits.payrollShare': ['优秀组织单位奖励占当月工资总额', 'Award of a best unit as a share of the month’s payroll'],
  'suggestions.specialists.best': ['优秀专员奖励', 'Award of a specialist of a best unit'],
  'suggestions.specialists.other': ['其他专员奖励', 'Award of the other specialists'],
  'suggestions.benefit.windowMonths': ['效益计算期', 'Months over which a benefit is reckoned'],
  'suggestions.award.level1.from': ['一级奖的年价值下限', 'Least yearly value of level 1'],
  'suggestions.award.level2.from': ['二级奖的年价值下限', 'Least yearly value of level 2'],
  'suggestions.award.level3.from': ['三级奖的年价值下限', 'Least yearly value of level 3'],
  'suggestions.award.level4.from': ['四级奖的年价值下限', 'Least yearly value of level 4'],
  'suggestions.award.level1.atLeast': ['一级奖金下限', 'Least award of level 1'],
  'suggestions.award.level1.atMost': ['一级奖金上限', 'Largest award of level 1'],
  'suggestions.award.level2.atLeast': ['二级奖金下限', 'Least award of level 2'],
  'suggestions.award.level2.atMost': ['二级奖金上限', 'Largest award of level 2'],
  'suggestions.award.level3.atLeast': ['三级奖金下限', 'Least award of level 3'],
  'suggestions.award.level3.atMost': ['三级奖金上限', 'Largest award of level 3'],
  'suggestions.award.level4.atLeast': ['四级奖金下限', 'Least award of level 4'],
  'suggestions.award.level4.atMost': ['四级奖金上限', 'Largest award of level 4'],
  'suggestions.award.level5.atLeast': ['五级奖金下限', 'Least award of level 5'],
  'suggestions.award.level5.atMost': ['五级奖金上限', 'Largest award of level 5'],
  'suggestions.award.deductsReward': ['评奖时扣除已发的采纳奖励（1扣除，0不扣除）', 'An award is reduced by the reward of its grade (1 yes, 0 no)'],
});

export const savingTitles = defineWords('rulebook.savings', {
  'savings.verify.withinWorkdays': ['岗位节约核实时限', 'Time to verify a saving'],
  'savings.escalate.everyWorkdays': ['节约超时后逐级上报的间隔', 'Working days late before each step up a level'],
  'savings.entry.withinDays': ['节约发生后可以登记的天数', 'Days after a saving in which it may be entered'],
  'savings.financeAbove.fen': ['超过此金额由财务复核', 'Amount above which finance verifies again'],
  'savings.prize.count': ['每月芝麻奖名额', 'Winners of the sesame prize a month'],
  'savings.prize.each': ['芝麻奖每人奖金', 'Sesame prize of each winner'],
});
export const clubTitles = defineWords('rulebook.clubs', {
  'clubs.founders.least': ['成立俱乐部的最少发起人数', 'Founders that a club needs'],
  'clubs.decide.withinWorkdays': ['俱乐部申请审批时限', 'Time to decide on a club'],
  'clubs.escalate.everyWorkdays': ['俱乐部审批超时后逐级上报的间隔', 'Working days late before each step up a level'],
  'clubs.grant.perMember': ['年度活动经费人均参考', 'Usual yearly grant for each member'],
  'clubs.grant.most': ['单个俱乐部年度经费上限', 'Largest yearly grant of a club'],
  'clubs.report.withinDays': ['年度总结提交时限（次年元旦起）', 'Days after New Year in which the yearly report is due'],
  'clubs.award.count': ['年度优秀俱乐部名额', 'Clubs awarded each year'],
  'clubs.award.leastScore': ['评优最低得分', 'Least score for an award'],
  'clubs.appraisal.members.full': ['会员数满分线', 'Members for full marks'],
  'clubs.appraisal.gatherings.full': ['年活动次数满分线', 'Gatherings a year for full marks'],
  'clubs.appraisal.cost.good': ['人次费用满分线', 'Cost of an attendance for full marks'],
  'clubs.appraisal.cost.poor': ['人次费用零分线', 'Cost of an attendance for no marks'],
  'clubs.appraisal.members.weight': ['会员规模分值', 'Weight of members'],
  'clubs.appraisal.gatherings.weight': ['活动次数分值', 'Weight of gatherings'],
  'clubs.appraisal.attendance.weight': ['参与率分值', 'Weight of attendance'],
  'clubs.appraisal.ratings.weight': ['满意度分值', 'Weight of ratings'],
  'clubs.appraisal.cost.weight': ['经费效益分值', 'Weight of cost'],
  'clubs.appraisal.report.weight': ['按时总结分值', 'Weight of the yearly report'],
});

export const taxTitles = defineWords('rulebook.tax', {
  'tax.prize.share': ['奖品按偶然所得缴纳个人所得税的税率', 'Rate of income tax on prizes (incidental income)'],
});

export const activityTitles = defineWords('rulebook.activities', {
  'activities.decide.withinWorkdays': ['活动审批时限', 'Time to approve an activity'],
  'activities.escalate.everyWorkdays': ['活动审批超时后逐级上报的间隔', 'Step up one level for every … late'],
});

export const saleTitles = defineWords('rulebook.sales', {
  'sales.approve.aboveFen': ['一元抢补贴总额超过此数须第二人审批', 'Total cost above which a second officer approves a flash sale'],
  'sales.approve.withinWorkdays': ['一元抢审批时限', 'Time to approve a flash sale'],
  'sales.escalate.everyWorkdays': ['一元抢审批超时后逐级上报的间隔', 'Step up one level for every … late (flash sales)'],
  'sales.personYear.fen': ['一元抢差价计入的每人每年慰问品上限', 'Gifts to one member in a year, price differences of flash sales included'],
  'sales.notice.hours': ['一元抢至少提前公布的小时数', 'Hours before its start by which a flash sale is announced'],
  'sales.remind.minutes': ['一元抢开抢前提醒的分钟数', 'Minutes before a flash sale at which people are reminded'],
});

export const lockerTitles = defineWords('rulebook.lockers', {
  'lockers.remind.everyDays': ['集享格超期后再次提醒的间隔', 'Overdue loans are reminded of every … days'],
  'lockers.escalate.afterDays': ['超期多少天后通知管理员', 'Days late after which the keepers are told'],
  'lockers.missing.afterDays': ['超期多少天后列为遗失', 'Days late after which an item is listed as missing'],
  'lockers.take.perDay': ['每人每天在一个柜领取消耗品的份数', 'Consumables a person may take from a cabinet a day'],
});

export const housingTitles = defineWords('rulebook.housing', {
  'housing.check.withinWorkdays': ['公租房申请审核时限', 'Time to check an application for housing'],
  'housing.escalate.everyWorkdays': ['公租房审核超时后逐级上报的间隔', 'Step up one level for every … late with housing'],
  'housing.complete.withinDays': ['补交公租房材料的期限', 'Days to complete the papers for housing'],
  'housing.object.withinDays': ['对公租房审核结果提出异议的期限', 'Days to object to a rejection of housing'],
  'housing.answer.hours': ['分到房源后答复的小时数', 'Hours to answer an offered flat'],
  'housing.declines.atMost': ['放弃几次房源后失去原位次', 'Declined flats after which the place is lost'],
  'housing.declines.out': ['放弃到上限后：0 排到队尾，1 退出轮候', 'Then: 0 to the end of the queue, 1 out of it'],
  'housing.declines.restDays': ['放弃的房源无人接手时，几天后可再次分到', 'Days until a declined flat that nobody took may be offered again'],
  'housing.leave.withinDays': ['离会或到期后交还住房的期限', 'Days to hand a flat over after leaving or at the end'],
});

export const summerCareTitles = defineWords('rulebook.summerCare', {
  'summerCare.forget.afterDays': ['暑托班结班后保存儿童信息的天数', 'Days for which children’s data are kept after summer care'],
  'summerCare.absent.afterMinutes': ['开班后多少分钟未签到即通知家长', 'Minutes after which the guardian of an absent child is told'],
  'summerCare.children.atMost': ['每名职工在一个班次最多报几个孩子', 'Children of one worker in a session'],
});

export const disclosureTitles = defineWords('rulebook.disclosure', {
  'disclosure.public.leastDays': ['公开内容的最短公开天数', 'Days an item stays public at least'],
  'disclosure.agenda.beforeDays': ['职代会议题提前公开', 'Agenda of a congress public before it opens'],
  'disclosure.decisions.withinDays': ['职代会决议公开时限', 'Time to disclose decisions of a congress'],
  'disclosure.answer.withinDays': ['答复职工询问的时限', 'Time to answer a worker’s question'],
  'disclosure.regular.withinDays': ['定期公开事项在期满后的公开时限', 'Time to disclose after a period ends'],
  'disclosure.atOnce.withinWorkdays': ['及时公开事项的时限', 'Time to disclose what happened'],
  'disclosure.finish.withinWorkdays': ['临时公开和整改的时限', 'Time for items without a period and for putting right'],
  'disclosure.escalate.everyWorkdays': ['逾期未公开逐级上报的间隔', 'Working days late before each step up a level'],
  'disclosure.every.plans': ['公开周期：发展规划和重大决策', 'Interval: Plans and major decisions'],
  'disclosure.every.restructuring': ['公开周期：改革改制方案', 'Interval: Restructuring'],
  'disclosure.every.targets': ['公开周期：生产经营目标及完成情况', 'Interval: Targets and results'],
  'disclosure.every.budget': ['公开周期：财务预决算', 'Interval: Budget and accounts'],
  'disclosure.every.largeSums': ['公开周期：大额资金、担保和捐赠', 'Interval: Large sums, guarantees, donations'],
  'disclosure.every.tenders': ['公开周期：工程招投标和大宗采购', 'Interval: Tenders and bulk purchases'],
  'disclosure.every.responsibility': ['公开周期：经济责任制落实情况', 'Interval: Responsibility system'],
  'disclosure.every.contracts': ['公开周期：劳动合同和集体合同履行', 'Interval: Labour and collective contracts'],
  'disclosure.every.wages': ['公开周期：工资奖金分配', 'Interval: Wages and bonuses'],
  'disclosure.every.promotion': ['公开周期：职务晋升和职称评聘', 'Interval: Promotion and titles'],
  'disclosure.every.hiring': ['公开周期：招聘录用', 'Interval: Hiring'],
  'disclosure.every.awards': ['公开周期：评先评优和奖惩', 'Interval: Awards and penalties'],
  'disclosure.every.training': ['公开周期：职工教育培训经费', 'Interval: Training fund'],
  'disclosure.every.insurance': ['公开周期：社会保险、公积金和年金缴纳', 'Interval: Social insurance, housing fund, annuity'],
  'disclosure.every.safety': ['公开周期：劳动保护和安全生产', 'Interval: Labour protection and safety'],
  'disclosure.every.appraisal': ['公开周期：民主评议领导人员结果', 'Interval: Appraisal of leaders'],
  'disclosure.every.leaderPay': ['公开周期：领导人员薪酬和职务消费', 'Interval: Pay and duty consumption of leaders'],
  'disclosure.every.entertainment': ['公开周期：业务招待费使用情况', 'Interval: Business entertainment costs'],
  'disclosure.every.welfareFund': ['公开周期：职工福利费使用情况', 'Interval: Welfare fund'],
  'disclosure.every.workRules': ['公开周期：涉及职工切身利益的规章制度', 'Interval: Rules that touch workers'],
  'briefings.leastPerYear': ['每年通报会次数', 'Briefings a year'],
  'briefings.answer.withinDays': ['通报会后答复提问的时限', 'Time to answer a question after a briefing'],
  'briefings.minutes.withinWorkdays': ['通报会纪要公布时限', 'Time to publish the minutes of a briefing'],
});

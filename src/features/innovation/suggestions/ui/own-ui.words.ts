import { defineWords } from '#shared/words';

/** My suggestions, one suggestion on the phone, and the shared ones. */
export const words = defineWords('suggestions.own', {
  title: ['合理化建议', 'Suggestions'], write: ['提建议', 'Hand in'], written: ['我提的', 'Mine'], joinedTab: ['我附议的', 'Joined'],
  figures: ['{year} 年我的建议', 'Mine in {year}'], submitted: ['提出', 'Handed in'], adopted: ['采纳', 'Adopted'], completed: ['完成', 'Completed'],
  find: ['按标题、内容、编号找', 'Search title, text or number'], state: ['进展', 'Progress'], all: ['全部', 'All'], open: ['进行中', 'Under way'], over: ['已有结果', 'Settled'],
  empty: ['还没有提过建议', 'No suggestions yet'], emptyHint: ['身边不顺手、不安全、浪费的地方，都可以提。', 'Whatever is awkward, unsafe or wasteful is worth one.'],
  emptyJoined: ['还没有附议过', 'You have not joined any'], emptyJoinedHint: ['写建议时遇到别人先提的，可以附议。', 'When somebody was first, you can join.'], nothing: ['没有找到，换个词试试', 'Nothing found; try another word'],
  inHand: ['{who}在办', 'With {who}'], toComplete: ['等您补充', 'Waits for you'], leave: ['撤回附议', 'No longer join'], left: ['已撤回附议', 'You no longer join it'], leaveAsk: ['撤回附议？', 'No longer join?'], notOpen: ['采纳后可以看全文', 'Its text is shown once adopted'],
  place1: ['单位评审', 'Unit'], place2: ['公司评审', 'Company'], place3: ['采纳实施', 'Carried out'], place4: ['验收', 'Acceptance'], place5: ['完成', 'Completed'], place6: ['固化', 'Standard'],
  number: ['编号', 'Number'], whoHas: ['在谁手里', 'Who has it'], until: ['期限', 'Due'], unit: ['单位', 'Unit'], place: ['地点或设备', 'Place'], benefit: ['核定效益', 'Verified benefit'], yuan: ['{money} 元', '{money} yuan'], into: ['并入', 'Merged into'], campaign: ['专项活动', 'Campaign'],
  grade1: ['一等', 'Grade 1'], grade2: ['二等', 'Grade 2'], grade3: ['三等', 'Grade 3'], late: ['已超期，系统已报上一级', 'Late; the level above was told'],
  content: ['建议内容', 'The suggestion'], problem: ['问题', 'Problem'], remedy: ['办法', 'Remedy'], effect: ['好处', 'What it brings'], photo: ['照片 {name}', 'Photo {name}'],
  authors: ['署名和贡献', 'Authors and shares'], you: ['{name}（您）', '{name} (you)'], share: ['{n}%', '{n}%'], merged: ['并入', 'merged'],
  supporters: ['{n} 人附议', '{n} joined'], showAll: ['看看是谁', 'Who'], join: ['附议：我们也需要', 'Join: we need it too'], joinDone: ['已附议', 'Joined'],
  likenesses: ['提交时查到的相似建议', 'Found like it'], score: ['{n}% 相似', '{n}% alike'], firstOn: ['{unit} · {date}', '{unit} · {date}'], contest: ['说明不同', 'Say why it differs'], contestAgain: ['改说明', 'Change what you said'], contestText: ['和它有什么不同', 'How it differs'], contestHint: ['评审人员会看到', 'The reviewers read it'], contestDone: ['已记下，评审时会看', 'Kept for the reviewers'],
  standing_found: ['等评审人员看', 'To be looked at'], standing_contested: ['您说明了不同', 'You said why'], standing_cleared: ['评审认为不重复', 'Not the same'], standing_merged: ['评审认为相同，已并入', 'The same; merged'], yourWords: ['您说：{text}', 'You: {text}'],
  story: ['办理经过', 'What happened'], received: ['提交了建议', 'Handed in'], waitsOffice: ['等{union}办理', 'Waits for {union}'], waitsYou: ['等您补充', 'Waits for you'], adoptedWait: ['已采纳，暂不实施', 'Adopted, not carried out now'],
  lapses: ['{date}前没有补充会自动关闭', 'Closed by itself unless completed by {date}'],
  returnedAsk: ['评审人员请您补充', 'You are asked to complete it'], completeTitle: ['补充建议', 'Complete it'], complete: ['补充后提交', 'Hand in again'], completeNote: ['想对评审人员说的（可不写）', 'A word to the reviewers (may be left out)'], morePhotos: ['补充照片', 'More photos'], completeDone: ['已重新提交', 'Handed in again'],
  rejectedWhy: ['没有采纳，理由是', 'Not adopted, because'], appeal: ['我要申诉', 'Appeal'], appealTitle: ['申诉', 'Appeal'], appealHint: ['只能申诉一次，由公司复议。说说理由里哪一点不对，有新情况也写上。', 'Once only; the company looks again. Say what is wrong with the reason, or what is new.'], appealDone: ['申诉已提交，公司会复议', 'Your appeal is in'], appealText: ['申诉理由', 'Your reasons'],
  say: ['补充说明', 'Add something'], sayText: ['想补充的', 'What you add'], sayDone: ['已补充', 'Added'], send: ['提交', 'Send'], cancel: ['取消', 'Cancel'],
  withdraw: ['撤回建议', 'Withdraw'], withdrawAsk: ['撤回这条建议？', 'Withdraw it?'], withdrawHint: ['撤回后不再评审，也不计入您的条数。可以重新提一条。', 'It is no longer looked at or counted. You may hand in another.'], withdrawDone: ['已撤回', 'Withdrawn'],
  sharedTitle: ['大家的好建议', 'Adopted ideas'], sharedFind: ['搜设备、问题、办法', 'Search machine, problem, remedy'], sharedEmpty: ['还没有采纳的建议', 'Nothing adopted yet'], sharedEmptyHint: ['第一条可以是您的。', 'The first could be yours.'], kinds: ['类别', 'Kind'], units: ['单位', 'Unit'], allUnits: ['全部单位', 'All units'], order: ['排列', 'Order'], newest: ['最新', 'Newest'], best: ['最好', 'Best'], sharedCount: ['共 {n} 条', '{n} in all'], adoptedOn: ['{date}采纳', 'adopted {date}'],
  guideRow: ['四问四答：提什么、怎么提', 'What to suggest, and how'], sharedRow: ['看看大家的好建议', 'Adopted ideas of others'],
});

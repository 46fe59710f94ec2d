import { defineWords } from '#shared/words';

/** What the screens of payment lists say. */
export const words = defineWords('paymentLists.ui', {
  title: ['发放表', 'Payment lists'],
  state_drafted: ['编制中', 'Being prepared'], state_returned: ['已退回', 'Sent back'], state_submitted: ['待审批', 'To be approved'], state_approved: ['待付款', 'To be paid'],
  state_filed: ['付款中', 'Being paid'], state_settled: ['已发放', 'Paid out'], state_cancelled: ['已作废', 'Cancelled'],
  line_pending: ['待发放', 'To be paid'], line_paid: ['已发放', 'Paid'], line_failed: ['未能发放', 'Failed'], line_withdrawn: ['已撤销', 'Withdrawn'],
  find: ['名称或编号', 'Title or number'], anyState: ['全部状态', 'Any state'], anyPurpose: ['全部用途', 'Any purpose'], fromMonth: ['期间自', 'Period from'], toMonth: ['期间至', 'Period to'],
  list: ['发放表', 'List'], purpose: ['用途', 'Purpose'], union: ['工会', 'Union'], period: ['期间', 'Period'], people: ['人数', 'People'], total: ['合计', 'Total'], state: ['状态', 'State'], made: ['编制', 'Drafted'], approved: ['审批人', 'Approved by'], settled: ['发放日期', 'Paid on'],
  none: ['还没有发放表', 'No payment lists yet'], noneHint: ['业务办理会自动生成发放表，也可以手工新建。', 'Other work drafts lists by itself; one can also be written by hand.'],
  make: ['新建发放表', 'New list'], makeHint: ['用于没有专门业务的发放：先建表，再添加人员和金额。', 'For payments without work of their own: make the list, then add people and amounts.'],
  name: ['名称', 'Title'], namePlaceholder: ['如：国庆坚守岗位慰问', 'e.g. Gifts for holiday shifts'], needed: ['请填写这一项', 'Please fill this in'],
  failedN: ['{n} 人未能发放', '{n} failed'],
  yearOf: ['{y} 年全年', 'Whole year {y}'], monthOf: ['{y} 年 {m} 月', '{y}-{m}'],

  capital: ['大写金额', 'In words'], paidSum: ['实发', 'Paid out'], lines: ['笔数', 'Lines'], number: ['编号', 'Number'], checksum: ['校验码', 'Checksum'], cancelledWhy: ['作废原因', 'Why cancelled'], returnedWhy: ['退回意见', 'Why it was sent back'],
  way: ['进度', 'Where it stands'], story: ['经过', 'What happened'], print: ['打印', 'Print'], back: ['返回', 'Back'], open: ['打开发放表', 'Open the list'],
  submit: ['提交审批', 'Submit for approval'], submitAsk: ['提交后不能再增减，确定提交？', 'Its lines are fixed once it is submitted. Submit it?'], submitted: ['已提交审批', 'Submitted'],
  approve: ['审批通过', 'Approve'], approveAsk: ['审批通过：{n} 人，合计 {sum}', 'Approve {n} {n:person|people}, {sum} in all?'], approveHint: ['通过后记入应付账款，由出纳付款。', 'It is then booked as owed, and the cashier pays.'], approvedDone: ['已审批通过', 'Approved'],
  sendBack: ['退回修改', 'Send back'], sendBackHint: ['写明要修改什么，编制人会收到。', 'Say what is to be changed; whoever prepared the list is told.'], sentBack: ['已退回', 'Sent back'],
  cancel: ['作废', 'Cancel the list'], cancelHint: ['作废后不能恢复，已记的应付账款会冲销，款项可以进入别的发放表。', 'This cannot be undone. What was booked is reversed, and the amounts may go on another list.'], cancelFiled: ['付款文件已经生成：只有确实没有付款时才能作废。', 'The payment file exists already: cancel only when nothing has been paid.'], cancelled: ['已作废', 'Cancelled'],
  file: ['生成付款文件', 'Make the payment file'], fileAsk: ['生成付款文件：{n} 人，合计 {sum}', 'Make the payment file for {n} {n:person|people}, {sum} in all?'], fileHint: ['每人一行，按工号付款；生成后姓名和金额不再变化。', 'One row for each person, by staff number; names and amounts no longer change.'], fileDone: ['付款文件已生成，请下载后付款', 'The file is ready; please download it and pay'],
  downloadXlsx: ['下载 Excel', 'Download Excel'], downloadCsv: ['下载 CSV', 'Download CSV'],
  settle: ['登记发放结果', 'Record the result'], settleHint: ['没有列出的人都按已发放登记。未能发放的请写明原因，之后可以重新发放。', 'Everybody who is not listed here counts as paid. Say why others failed; they can be paid again later.'], settleAll: ['全部已发放：{n} 人，合计 {sum}', 'All paid: {n} {n:person|people}, {sum}'], settleSome: ['已发放 {n} 人，未能发放 {m} 人', '{n} paid, {m} failed'],
  failedWho: ['未能发放的人', 'Who was not paid'], failedFind: ['按姓名或工号查找', 'Find by name or staff number'], failedWhy: ['原因，如：银行退票', 'Why, e.g. returned by the bank'], settledDone: ['发放结果已登记', 'The result is recorded'],
  again: ['重新发放失败的款项', 'Pay what failed again'], againHint: ['生成一张新的发放表，仍需审批。', 'A new list is drafted; it needs approval again.'], againTitle: ['{title}（补发）', '{title} (again)'],
  reason: ['原因', 'Reason'], yes: ['确定', 'OK'],

  peopleTitle: ['人员', 'People'], findPerson: ['姓名或工号开头', 'Name or staff number begins with'], anyLine: ['全部明细', 'All lines'], staff: ['工号', 'Staff number'], person: ['姓名', 'Name'], unit: ['所在工会', 'Union'], amount: ['金额', 'Amount'], why: ['事由', 'Reason'],
  noPeople: ['还没有人员', 'Nobody yet'], noPeopleHint: ['可以粘贴、上传表格，或逐行填写。', 'Paste rows, upload a sheet, or type them.'], attempt: ['第 {n} 次发放', 'Attempt {n}'], linesOf: ['明细', 'Lines'],
  withdraw: ['撤销', 'Withdraw'], withdrawTitle: ['撤销这一笔', 'Withdraw this line'], withdrawHint: ['撤销后可以重新添加。', 'It can be added again afterwards.'], giveUpHint: ['撤销后不再重新发放这一笔。', 'It will not be paid again.'], withdrawn: ['已撤销', 'Withdrawn'],

  add: ['添加人员', 'Add people'], addTitle: ['添加人员和金额', 'Add people and amounts'], addHint: ['从表格复制后粘贴到这里，或上传 .xlsx、.csv 文件。列：工号、姓名（可不填）、金额、事由。', 'Paste rows copied from a spreadsheet, or upload .xlsx or .csv. Columns: staff number, name (optional), amount, reason.'],
  paste: ['在这里粘贴，一行一人', 'Paste here, one person a line'], takePaste: ['读取粘贴内容', 'Read what was pasted'], upload: ['上传表格', 'Upload a sheet'], addRow: ['加一行', 'Add a row'], removeRow: ['去掉第 {n} 行', 'Remove row {n}'], clearRows: ['全部清除', 'Clear all'],
  sameReason: ['没有事由的行都填', 'Reason for rows without one'], fill: ['填入', 'Fill in'], onlyFaults: ['只看有问题的行（{n}）', 'Only rows with problems ({n})'], rowN: ['行', 'Row'],
  addN: ['添加 {n} 行，合计 {sum}', 'Add {n} {n:row|rows}, {sum}'], fixFirst: ['有 {n} 行需要修改', '{n} {n:row needs|rows need} a change'], checking: ['正在核对', 'Checking'], added: ['已添加 {n} 笔', '{n} {n:line|lines} added'], addedSome: ['已添加 {n} 笔，{m} 笔已在表中', '{n} {n:line|lines} added, {m} were there already'], nothingRead: ['没有读到明细行，请检查格式。', 'No rows were found; please check the format.'],

  sheetTitle: ['发放表', 'Payment list'], sheetUnit: ['单位', 'Unit'], position: ['序号', 'No.'], signature: ['签收', 'Signature'], signMade: ['编制', 'Prepared by'], signApproved: ['审批', 'Approved by'], signPaid: ['付款', 'Paid by'], signChecked: ['经审', 'Audited by'], sheetCount: ['共 {n} 人', '{n} {n:person|people}'], notYet: ['未经审批，不作付款依据', 'Not approved: no ground for payment'], sheetVoid: ['已作废', 'Cancelled'],

  mine: ['我的发放', 'My payments'], minePaid: ['{y} 年已发放', 'Paid in {y}'], mineCount: ['共 {n} 笔', '{n} in all'], mineCountOne: ['共 1 笔', '1 in all'], mineNone: ['还没有发放记录', 'Nothing yet'], mineNoneHint: ['奖励、慰问等款项审批通过后，会显示在这里。', 'Rewards and other payments appear here once they are approved.'],
  mine_coming: ['待到账', 'On its way'], mine_paid: ['已发放', 'Paid'], mine_failed: ['未能发放', 'Failed'], mineBack: ['扣回', 'Set off'], mineFailedHint: ['请联系工会财务核对收款信息，核对后会重新发放。', 'Please check your details with the union’s accountant; it will be paid again.'], mineFor: ['查看对应事项', 'See what it is for'],
});

import { defineWords } from '#shared/words';

/** Every refusal of a spreadsheet file: one sentence that says what to do next. */
export const words = defineWords('sheets', {
  emptyFile: ['这个文件是空的，请您重新选择有内容的表格。', 'This file is empty; please choose a sheet with content.'],
  fileTooLarge: [
    '文件超过 {megabytes} MB，请您拆成几份较小的表格再上传。',
    'The file is larger than {megabytes} MB; please split it into smaller sheets.',
  ],
  unpackedTooLarge: [
    '表格展开后超过 {megabytes} MB，请您删去无关的工作表和格式，或拆成几份再上传。',
    'The sheet unpacks to more than {megabytes} MB; please remove unrelated sheets and formatting, or split it.',
  ],
  packedTooTightly: [
    '文件的压缩程度异常，为安全起见没有打开；请您用表格软件另存为 .xlsx 后再上传。',
    'The file is packed suspiciously tightly and was not opened; please save it again as .xlsx in your spreadsheet program.',
  ],
  damaged: [
    '文件已损坏，无法读取；请您用表格软件打开并另存为 .xlsx 后再上传。',
    'The file is damaged and cannot be read; please open it in your spreadsheet program and save it again as .xlsx.',
  ],
  unsafeNames: [
    '文件内部含有不安全的路径，没有打开；请您用表格软件另存为 .xlsx 后再上传。',
    'The file contains unsafe paths and was not opened; please save it again as .xlsx in your spreadsheet program.',
  ],
  encrypted: [
    '表格设有打开密码，请您先取消密码再上传。',
    'The sheet is protected by a password; please remove the password first.',
  ],
  oldFormat: [
    '这是旧版 .xls（或 .et）格式，请您另存为 .xlsx 后再上传。',
    'This is the old .xls (or .et) format; please save it as .xlsx and upload again.',
  ],
  otherFormat: [
    '这不是能读取的表格，请您另存为 .xlsx 或 .csv 后再上传。',
    'This is not a sheet that can be read; please save it as .xlsx or .csv and upload again.',
  ],
  webPage: [
    '这个文件其实是网页或 XML，请您用表格软件打开并另存为 .xlsx 后再上传。',
    'This file is really a web page or XML; please open it in your spreadsheet program and save it as .xlsx.',
  ],
  forbiddenXml: [
    '文件内部含有表格不允许的声明，没有打开；请您用表格软件另存为 .xlsx 后再上传。',
    'The file contains a declaration that sheets may not have and was not opened; please save it again as .xlsx.',
  ],
  unknownEncoding: [
    '认不出文字编码，请您另存为 .xlsx，或存为 UTF-8 编码的 .csv 后再上传。',
    'The text encoding is not known; please save it as .xlsx, or as .csv in UTF-8.',
  ],
  openQuote: [
    '第 {row} 行附近的引号没有成对，请您改正，或另存为 .xlsx 后再上传。',
    'A quotation mark near row {row} is never closed; please correct it, or save the file as .xlsx.',
  ],
  rowTooLong: [
    '第 {row} 行过长，请您检查这一行的引号和分隔符后再上传。',
    'Row {row} is too long; please check its quotation marks and separators.',
  ],
  tooManyRows: [
    '表格超过 {most} 行，请您拆成几份再上传。',
    'The sheet has more than {most} {most:row|rows}; please split it.',
  ],
  tooManyEmptyRows: [
    '表格里的空行过多（超过 {most} 行），请您删去末尾的空行再上传。',
    'The sheet has too many empty rows (more than {most}); please delete the empty rows at its end.',
  ],
  tooManyColumns: [
    '第 {row} 行超过 {most} 列，请您删去多余的列再上传。',
    'Row {row} has more than {most} {most:column|columns}; please delete the ones that are not needed.',
  ],
  cellTooLong: [
    '单元格 {cell} 的文字超过 {most} 个字，请您缩短后再上传。',
    'Cell {cell} holds more than {most} {most:character|characters}; please shorten it.',
  ],
  tooMuchText: [
    '表格里的文字总量过大，请您拆成几份再上传。',
    'The sheet holds too much text; please split it.',
  ],
  noSheet: [
    '文件里没有可见的工作表，请您取消隐藏或换一份文件。',
    'The file has no visible sheet; please unhide one or choose another file.',
  ],
  sheetNotFound: [
    '没有名为“{name}”的工作表，请您从这些里选一个：{names}。',
    'There is no sheet named “{name}”; please choose one of: {names}.',
  ],
  tooManyToWrite: [
    '结果超过 {most} 行，一个工作表放不下；请您缩小范围，或导出为 .csv。',
    'There are more than {most} {most:row|rows}, which one sheet cannot hold; please narrow the selection or export as .csv.',
  ],
});

import { defineWords } from './words.ts';

/** What is wrong with an identifier, and what to do about it, for the clerk at the sheet and the worker at the form. */
export const identifiersWords = defineWords('identifiers', {
  scientific: [
    '表格把号码变成了“{text}”，后面的数字已丢失，请把这一列设为“文本”，再从原始材料重新录入',
    'The spreadsheet turned the number into “{text}” and its end is lost; set the column to text and enter the number again from the original',
  ],
  lostDigits: [
    '号码以 {zeros} 个 0 结尾且校验不符，多半是表格按数字保存丢了尾数，请把这一列设为“文本”后重新录入',
    'The number ends in {zeros} {zeros:zero|zeros} and fails its check: the spreadsheet has probably cut its end; set the column to text and enter it again',
  ],

  idMissing: ['请填写身份证号码', 'Please enter the ID number'],
  idCharacters: [
    '身份证号码里有“{found}”，只能是数字，最后一位可以是 X，请核对',
    'The ID number contains “{found}”; only digits are allowed, with X possible at the end; please check it',
  ],
  idLength: [
    '身份证号码应为 18 位（老证 15 位），现在是 {count} 位，请核对有没有漏填或多填',
    'An ID number has 18 characters (old cards 15), this has {count}; please check for missing or extra ones',
  ],
  idRegion: [
    '身份证号码前两位“{region}”不是任何省份，请核对开头几位',
    'The ID number begins with “{region}”, which is no province; please check the first digits',
  ],
  idDate: [
    '身份证号码里的出生日期“{date}”不存在，请核对第 7 至 14 位',
    'The birth date “{date}” inside the ID number does not exist; please check characters 7 to 14',
  ],
  idDateOld: [
    '15 位身份证号码里的出生日期“{date}”不存在，请核对第 7 至 12 位',
    'The birth date “{date}” inside the 15-digit ID number does not exist; please check characters 7 to 12',
  ],
  idFuture: [
    '身份证号码里的出生日期 {date} 还没有到，请核对第 7 至 14 位',
    'The birth date {date} inside the ID number lies in the future; please check characters 7 to 14',
  ],
  idCheck: [
    '身份证号码校验不符，至少有一位填错，请对照证件逐位核对',
    'The ID number fails its check: at least one character is wrong; please compare it with the card',
  ],
  idUpgraded: ['已由 15 位老号码换算为 18 位', 'Converted from an old 15-digit number to 18 characters'],
  idVeryOld: [
    '按号码算年龄超过 120 岁，请核对出生年份',
    'By this number the person is over 120; please check the year of birth',
  ],
  idRegionAbolished: [
    '号码中的区划已撤销，号码仍然有效',
    'The region in the number was abolished; the number stays valid',
  ],
  idRegionUnknown: ['号码中的区划代码未查到，请留意', 'The region code in the number is not known; please have a look'],

  creditMissing: ['请填写统一社会信用代码', 'Please enter the unified social credit code'],
  creditLength: [
    '统一社会信用代码应为 18 位，现在是 {count} 位，请核对有没有漏填或多填',
    'A unified social credit code has 18 characters, this has {count}; please check for missing or extra ones',
  ],
  creditOldNumber: [
    '这是 15 位的旧注册号，请填写证照上 18 位的统一社会信用代码',
    'This is an old 15-digit registration number; please enter the 18-character unified social credit code from the licence',
  ],
  creditCharacters: [
    '统一社会信用代码里不会出现“{found}”，请核对是否把数字 0、1、2、5 看成了字母 O、I、Z、S',
    'A unified social credit code never contains “{found}”; please check whether 0, 1, 2 or 5 was read as O, I, Z or S',
  ],
  creditRegion: [
    '统一社会信用代码第 3 至 8 位应为数字，现在是“{region}”，请核对',
    'Characters 3 to 8 of the unified social credit code are digits, here they are “{region}”; please check',
  ],
  creditCheck: [
    '统一社会信用代码校验不符，至少有一位填错，请对照证照逐位核对',
    'The unified social credit code fails its check: at least one character is wrong; please compare it with the licence',
  ],
  creditPlaceholder: [
    '“{code}”是占位号码，请填写证照上的统一社会信用代码',
    '“{code}” is a placeholder; please enter the unified social credit code from the licence',
  ],
  creditDepartment: [
    '登记管理部门代码“{department}”少见，请核对第 1 位',
    'The registering department “{department}” is unusual; please check the first character',
  ],
  creditInnerCheck: [
    '其中的组织机构代码校验不符（个别老代码如此），请核对第 9 至 17 位',
    'The organisation code inside fails its own check, as a few old ones do; please check characters 9 to 17',
  ],

  cardMissing: ['请填写银行卡号或账号', 'Please enter the card or account number'],
  cardCharacters: [
    '卡号里有“{found}”，只能是数字，请核对',
    'The card number contains “{found}”; only digits are allowed; please check it',
  ],
  cardLength: [
    '银行卡号为 13 至 19 位，现在是 {count} 位，请核对有没有漏填或多填',
    'A card number has 13 to 19 digits, this has {count}; please check for missing or extra ones',
  ],
  cardCheck: [
    '银行卡号校验不符，至少有一位填错，请对照卡面核对；如果是存折或对公账户，请改选账户类型',
    'The card number fails its check: at least one digit is wrong; please compare it with the card, or choose another kind of account if it is a passbook or a company account',
  ],
  cardPlaceholder: [
    '“{number}”是占位号码，请填写真实卡号',
    '“{number}” is a placeholder; please enter the real card number',
  ],
  cardUnusualLength: [
    '国内银行卡多为 16 至 19 位，请再核对',
    'Cards in China mostly have 16 to 19 digits; please check once more',
  ],
  accountCharacters: [
    '账号里有“{found}”，只能是数字和连字符，请核对',
    'The account number contains “{found}”; only digits and hyphens are allowed; please check it',
  ],
  accountLength: [
    '账号为 6 至 32 位数字，现在是 {count} 位，请核对',
    'An account number has 6 to 32 digits, this has {count}; please check it',
  ],
  accountUnchecked: [
    '存折和对公账号没有校验位，请与开户资料再核对一次',
    'Passbook and company account numbers carry no check digit; please compare once more with the bank papers',
  ],

  phoneMissing: ['请填写电话号码', 'Please enter the phone number'],
  phoneSeveral: ['一格里只能填一个电话号码，请只保留一个', 'Only one phone number fits here; please keep one of them'],
  phoneCharacters: [
    '电话号码里有“{found}”，请只填数字，分机号写在“-”后面',
    'The phone number contains “{found}”; please use digits only, with an extension behind “-”',
  ],
  phoneMobileLength: [
    '手机号码应为 11 位，现在是 {count} 位，请核对有没有漏填或多填',
    'A mobile number has 11 digits, this has {count}; please check for missing or extra ones',
  ],
  phoneMobileStart: [
    '没有以“{start}”开头的手机号码，请核对前三位',
    'No mobile number begins with “{start}”; please check the first three digits',
  ],
  phoneDataCard: [
    '这是物联网或上网卡号码，收不到联系电话，请填写本人的手机号码',
    'This is the number of a data card and cannot take calls; please enter the person’s own mobile number',
  ],
  phoneShape: [
    '“{text}”不是电话号码，手机请填 11 位，座机请带区号，如 010-12345678，境外号码请以 + 和国家或地区号开头',
    '“{text}” is not a phone number; use 11 digits for a mobile, an area code for a landline such as 010-12345678, and + with the country code for numbers abroad',
  ],
  phoneNoArea: ['座机请加区号，如 010-12345678', 'Please add the area code to the landline, such as 010-12345678'],
  phoneNotMobile: [
    '这里要填手机号码（11 位），用来接收验证码和通知',
    'A mobile number (11 digits) is needed here, for codes and messages',
  ],
  phoneVirtual: [
    '这是虚拟运营商号段，请留意能否收到短信',
    'This number belongs to a virtual operator; please see whether messages arrive',
  ],

  nameMissing: ['请填写姓名', 'Please enter the name'],
  nameLong: [
    '姓名最长 {most} 个字，现在有 {count} 个，请核对',
    'A name has at most {most} {most:character|characters}, this has {count}; please check it',
  ],
  nameGarbled: [
    '姓名里有乱码“{found}”，请把表格另存为 UTF-8 或 .xlsx 后重新上传',
    'The name contains garbled characters (“{found}”); please save the sheet as UTF-8 or .xlsx and upload it again',
  ],
  nameCharacters: [
    '姓名里有“{found}”，请只填证件上的姓名，备注写到别的列',
    'The name contains “{found}”; please enter the name on the document only and put notes elsewhere',
  ],
  namePrivateUse: [
    '姓名里有生僻字的自造字形，换一台设备可能显示不出来，请尽量改用标准字',
    'The name contains a home-made form of a rare character that other devices may not show; please use the standard character if you can',
  ],

  documentMissing: ['请填写证件号码', 'Please enter the document number'],
});

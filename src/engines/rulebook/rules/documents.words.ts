import { defineWords } from '#shared/words';

/** The texts that the shipped numbers rest on. */
export const documents = defineWords('rulebook.document', {
  product: ['本平台建议值', 'suggested by this product'],
  practice: ['工会工作惯例', 'customary practice of unions'],
  unionLaw: ['中华人民共和国工会法（2021年修正）', 'Trade Union Law (amended 2021)'],
  constitution: ['中国工会章程', 'Constitution of the Chinese Trade Unions'],
  petitions: ['信访工作条例（2022年）', 'Regulations on Petitions (2022)'],
  dues1978: ['工发〔1978〕101号', 'circular 101 of 1978 on members’ dues'],
  shanghaiUnion: ['上海市工会条例', 'Shanghai Trade Union Regulations'],
  shanghaiCongress: ['上海市职工代表大会条例', 'Shanghai Workers’ Congress Regulations'],
  democraticManagement: ['企业民主管理规定（总工发〔2012〕12号）', 'Provisions on Democratic Management of Enterprises (2012)'],
  shandongDisclosure: ['山东省厂务公开条例（2014年）', 'Shandong Regulations on Disclosure of Factory Affairs (2014)'],
  zhejiangManagement: ['浙江省企业民主管理条例（2010年）', 'Zhejiang Regulations on Democratic Management of Enterprises (2010)'],
  privacyLaw: ['中华人民共和国个人信息保护法', 'Personal Information Protection Law'],
  dataRegulations: ['网络数据安全管理条例', 'Regulations on Network Data Security'],
  privacyStandard: ['GB/T 35273-2020', 'GB/T 35273-2020'],
  privacyAudit: ['个人信息保护合规审计管理办法（2025年）', 'Measures on Personal Information Compliance Audits (2025)'],
  cyberLaw: ['中华人民共和国网络安全法（2025年修正）', 'Cybersecurity Law (amended 2025)'],
  gradedProtection: ['GB/T 22239-2019（等级保护）', 'GB/T 22239-2019 (graded protection)'],
  suggestionAwards: ['合理化建议和技术改进奖励条例（1986年修订）', 'Regulations on Awards for Rational Suggestions and Technical Improvements (rev. 1986)'],
  suggestionScheme: ['合理化建议“23222+”工作法', 'the “23222+” scheme of rational suggestions'],
  incomeTaxLaw: ['中华人民共和国个人所得税法（2018年修正）', 'Individual Income Tax Law (amended 2018)'],
  spending2017: ['基层工会经费收支管理办法（总工办发〔2017〕32号）及各地实施细则', 'Measures on Income and Spending of Grassroots Unions (2017) and local rules'],
  elderApps: ['移动互联网应用适老化通用设计规范（工信部，2021年）', 'MIIT specification on apps for the elderly (2021)'],
});

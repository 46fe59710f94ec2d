import { defineWords } from '#shared/words';

export const words = defineWords('config', {
  wrong: ['设置 {name} 的值不对，应为{expected}；请改正后重新启动。', 'Setting {name} has a wrong value; it must be {expected}. Correct it and start again.'],
  port: ['1 到 65535 的整数', 'a whole number from 1 to 65535'],
  count: ['1 到 {most} 的整数', 'a whole number from 1 to {most}'],
  folder: ['一个文件夹路径', 'the path of a folder'],
  postgres: ['以 postgres:// 开头的数据库地址', 'a database address that begins with postgres://'],
  web: ['以 http:// 或 https:// 开头的网址', 'an address that begins with http:// or https://'],
  choice: ['以下之一：{choices}', 'one of {choices}'],
  key: [
    '32 字节密钥的 Base64 写法（44 个字符），多把密钥用逗号隔开，新的在前',
    'a key of 32 bytes in base64 (44 characters); several keys are separated by commas, the newest first',
  ],
  mailbox: ['一个邮箱地址', 'an e-mail address'],
  domain: ['一个域名', 'a domain name'],
  file: ['证书或密钥文件（PEM）的路径，两项要一起设置', 'the path of a PEM file; certificate and key are set together'],
  together: ['填写完整的内容：同一厂商的编号与密钥要一起设置', 'given as well: the ids and the secret of a vendor are set together'],
  networks: ['网段，用逗号隔开，例如 10.1.0.0/16', 'networks separated by commas, as 10.1.0.0/16'],
  payment: ['付款页的网址和密钥，两项要一起设置，密钥至少 32 个字符', 'the address of the payment page and its secret, set together; the secret has at least 32 characters'],
  text: ['一行文字', 'one line of text'],
});

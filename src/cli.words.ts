import { defineWords } from '#shared/words';

/** What the commands say. */
export const words = defineWords('cli', {
  commands: ['可用的命令 / commands:', 'Commands:'],
  usage: ['用法：npm run cli -- {usage}', 'Usage: npm run cli -- {usage}'],
  federationMissing: ['没有代码为 {code} 的顶级工会，请核对代码', 'No federation has the code {code}; please check the code'],
  bookGone: ['先前公布过区块的账套 {book} 已不存在。', 'Book {book}, of which a block was made public, is no longer there.'],
  fileMissing: ['找不到文件“{file}”，请核对路径', 'There is no file “{file}”; please check the path'],
  fileTooLarge: ['文件“{file}”太大，不是抽签结果', 'The file “{file}” is too large to be the result of a draw'],
  demoOnly: ['这个命令只能在演示模式下使用', 'This command works in demonstration mode only'],
  trialOffer: ['压力测试', 'Load test'],
});

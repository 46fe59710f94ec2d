import { defineWords } from '#shared/words';

/** What the commands say. */
export const words = defineWords('cli', {
  commands: ['可用的命令 / commands:', 'Commands:'],
  usage: ['用法：npm run cli -- {usage}', 'Usage: npm run cli -- {usage}'],
  demoOnly: ['这个命令只能在演示模式下使用', 'This command works in demonstration mode only'],
});

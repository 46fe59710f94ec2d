import { defineWords } from '#shared/words';

export const words = defineWords('jobs', {
  broken: ['处理中断，没有做完；已做的部分保留着。请稍后重新开始，仍不行请联系管理员。', 'The work broke off before its end; what was done is kept. Start it again later, or ask the administrator.'],
  over: ['这件事已经结束，不能再取消。', 'This work has ended already and cannot be cancelled any more.'],
  sameKey: ['同样的任务已经开始过了，请到任务列表查看它的进度。', 'The same work has been started before; look at its progress in the list of work.'],
});

import { defineWords } from '#shared/words';

/** What is said beside an answer that does not do; on the phone without the part's big words. */
export const words = defineWords('surveys.faults', {
  fault_missing: ['请回答这一题', 'Please answer this question'],
  fault_notAnOption: ['请从列出的选项中选择', 'Please choose among the options'],
  fault_tooMany: ['选得太多了，请去掉几项', 'Too many are chosen; please take some away'],
  fault_notAlone: ['这一项不能与其他选项同选', 'This one cannot be chosen together with others'],
  fault_outOfRange: ['请填写范围以内的数', 'Please give a number within the range'],
  fault_notANumber: ['请填写数字', 'Please give a number'],
  fault_notADay: ['请选择日期', 'Please choose a day'],
  fault_tooLong: ['写得太长，请缩短', 'This is too long; please shorten it'],
  fault_notAll: ['请全部填完', 'Please complete all of it'],
  fault_wrongShape: ['请重新回答这一题', 'Please answer this question anew'],
});

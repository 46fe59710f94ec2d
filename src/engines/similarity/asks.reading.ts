/** What a question asks after, in the one form that texts are compared in; each line one kind. */
export const ASKS: readonly string[] = ['怎么', '为啥', '啥', '少钱', '多久', '几时 几号', '哪里', '谁', '能吗', '是吗', '有吗', '要吗', '多少 几个', '哪个', '好吗'];
/** What makes a single digit a number: it stands in front of one of these, or behind one of those. */
export const COUNTED = '号月日元楼班线层年天期车点度米吨级岁%';
export const NUMBERED = '第#';
/** Characters that deny. */
export const DENIES = '不没别';

import { blankQuestion, type Answer, type Form, type Kind, type Option, type Question } from './form.rules.ts';

/** What people wrote, in the words of a building site: several speak of the same. */
export const REMARKS: readonly string[] = [
  '食堂晚饭太早，夜班回来只剩凉菜，希望给夜班留热饭', '夜班吃不上热饭，希望食堂给夜班留热饭热菜', '夜班食堂没有热饭', '班车只到地铁口，希望延长到宿舍区', '班车能不能开到宿舍区，从地铁口走回去要二十分钟', '宿舍区到工地的班车太少',
  '希望多办焊工、电工的考证培训', '想参加电工考证培训，最好安排在周末', '工会组织的体检很好，谢谢', '孩子暑假没人带，希望办托管班', '暑假托管班什么时候报名', '夏天施工现场的遮阳棚不够', '希望春节前把加班费结清', '工会干部常来工地，很贴心',
];

/** A number between 0 and 1 that is always the same for the same place. */
const dice = (a: number, b: number): number => { const x = Math.sin(a * 127.1 + b * 311.7) * 43_758.5453; return x - Math.floor(x); };

function answerOf(q: Question, person: number, no: number, mood: number): Answer | undefined {
  const r = dice(person + 1, no + 1);
  if (q.kind === 'scale' && q.look === 'nps') return r < 0.12 ? 6 : r < 0.4 ? 8 : 9 + Math.round(dice(no, person));
  if (q.kind === 'scale') return r < 1 - mood ? 2 + Math.round(dice(no, person)) : r < 0.7 ? 4 : 5;
  if (q.kind === 'ranking') return { order: q.options.map((o) => o.id).sort((a, b) => dice(person, a.charCodeAt(0)) - dice(person, b.charCodeAt(0))) };
  if (q.kind === 'single') return { pick: [q.options[Math.floor(r * r * q.options.length)]?.id ?? 'a'] };
  if (q.kind !== 'multiple') return undefined;
  const free = q.options.filter((o) => !o.other && !o.exclusive);
  const first = Math.floor(r * free.length);
  return { pick: free.filter((_, i) => i === first || (i + person) % 4 === 0).slice(0, q.most || 3).map((o) => o.id) };
}

/** A plausible answered questionnaire: `satisfied` decides the headline, everything else follows a mood. */
export function answered(form: Form, person: number, o: { readonly satisfied: boolean; readonly mood: number }): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const [no, q] of form.sections.flatMap((s) => s.questions).entries()) {
    const a = q.id === form.headline ? (o.satisfied ? 4 + Math.round(dice(person, 11)) : 3) : q.kind === 'long' ? REMARKS[person] : answerOf(q, person, no, o.mood);
    if (a !== undefined) answers[q.id] = a;
  }
  return answers;
}

const t = (zh: string, en: string) => ({ zh, en });
const options = (...of: readonly (readonly [string, string])[]): Option[] => of.map(([zh, en], i) => ({ id: String.fromCharCode(97 + i), text: t(zh, en), other: false, exclusive: false }));
const ask = (id: string, kind: Kind, zh: string, en: string, more: Partial<Question> = {}): Question => ({ ...blankQuestion(id, kind), title: t(zh, en), ...more });

/** A short questionnaire with conditions, a jump and a quotation. */
export function canteenForm(): Form {
  return {
    layout: 'one', english: true, headline: 'q3',
    sections: [{
      id: 's1', title: t('吃饭这件事', 'About meals'), about: t('不到两分钟。', 'Less than two minutes.'),
      questions: [
        ask('q1', 'single', '您平时在哪里吃饭？', 'Where do you usually eat?', { options: [...options(['工地食堂', 'The site canteen'], ['自己带饭', 'I bring my own'], ['外面买', 'I buy outside'])], jumps: [{ when: { all: true, of: [{ ask: 'q1', is: 'isNot', than: 'a' }] }, to: 'q5' }] }),
        ask('q2', 'multiple', '您在食堂吃哪几餐？', 'Which meals do you take there?', { options: options(['早饭', 'Breakfast'], ['午饭', 'Lunch'], ['晚饭', 'Supper'], ['夜宵', 'Night meal']) }),
        ask('q3', 'scale', '总体来说，您对食堂', 'All in all, the canteen'),
        ask('q4', 'long', '您说食堂不太让人满意，主要是什么？', 'What is it that the canteen does badly?', { most: 300, showIf: { all: true, of: [{ ask: 'q3', is: 'atMost', than: 3 }] } }),
        ask('q5', 'single', '您选的是“{{q1}}”。如果食堂供应夜班热饭，您会来吃吗？', 'You chose “{{q1}}”. Would you come for hot meals after the night shift?', { options: options(['会', 'Yes'], ['有时会', 'Sometimes'], ['不会', 'No']) }),
      ],
    }],
  };
}

/** A questionnaire that is still being written: one question is wrong. */
export function nurseryForm(): Form {
  return {
    layout: 'section', english: false, headline: null,
    sections: [{
      id: 's1', title: t('暑期托管', ''), about: t('', ''),
      questions: [
        ask('q1', 'single', '您家里有 6 到 12 岁的孩子吗？', '', { options: options(['有', ''], ['没有', '']), jumps: [{ when: { all: true, of: [{ ask: 'q1', is: 'is', than: 'b' }] }, to: 'end' }] }),
        ask('q2', 'number', '有几个？', '', { low: 1, high: 9, unit: t('个', '') }),
        ask('q3', 'matrix', '下面几项安排对您重要吗？', '', { rows: options(['离家近', ''], ['管午饭', ''], ['有作业辅导', '']), options: options(['重要', ''], ['一般', ''], ['不重要', '']) }),
        ask('q4', 'date', '您希望从哪天开始？', '', { required: false }),
        ask('q5', 'short', '还有什么要求？', '', { required: false }),
      ],
    }],
  };
}

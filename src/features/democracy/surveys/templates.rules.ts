import type { Word } from '#shared/words';
import { blankQuestion, type Form, type Option, type Question, type Text } from './form.rules.ts';
import { words as w } from './satisfaction.words.ts';

/** The name of the template, and of the series of its runs. */
export const SATISFACTION = 'satisfaction';

const t = (word: Word): Text => ({ zh: word.zh, en: word.en });
const NUMBERED = w as unknown as Readonly<Record<string, Word>>;
const wordAt = (key: string): Word => { const word = NUMBERED[key]; if (word === undefined) throw new Error(`satisfaction: no words for ${key}`); return word; };
const option = (q: string, id: string, more: Partial<Option> = {}): Option => ({ id, text: t(wordAt(`${q}${id}`)), other: false, exclusive: false, ...more });
const smileys = (n: number, ends: readonly [Word, Word] = [w.bad, w.good]): Question => ({ ...blankQuestion(`q${n}`, 'scale'), title: t(wordAt(`q${n}`)), ends: [t(ends[0]), t(ends[1])] });
const agrees = (n: number): Question => ({ ...smileys(n, [w.never, w.fully]), look: 'numbers' });
const choice = (n: number, kind: 'single' | 'multiple' | 'ranking', letters: string, more: Partial<Question> = {}): Question =>
  ({ ...blankQuestion(`q${n}`, kind), title: t(wordAt(`q${n}`)), options: [...letters].map((id) => option(`q${n}`, id)), ...more });
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The questionnaire of 39 questions; its headline is the satisfaction with the union's work (q11). */
export function satisfactionForm(): Form {
  const nps: Question = { ...smileys(10), look: 'nps', low: 0, high: 10, ends: [t(w.never), t(w.fully)] };
  const more = choice(32, 'multiple', 'abcdefgh', { most: 3 });
  return {
    layout: 'one', english: true, headline: 'q11',
    sections: [
      { id: 's1', title: t(w.s1), about: t(w.s1About), questions: [agrees(1), ...range(2, 9).map((n) => smileys(n)), nps] },
      { id: 's2', title: t(w.s2), about: t(w.s2About), questions: [...range(11, 23).map((n) => smileys(n)), choice(24, 'single', 'abcd')] },
      { id: 's3', title: t(w.s3), about: t(w.s3About), questions: [...range(25, 30).map(agrees), smileys(31)] },
      {
        id: 's4', title: t(w.s4), about: t(w.s4About),
        questions: [
          { ...more, options: [...more.options, option('q32', 'z', { other: true })] }, choice(33, 'single', 'abcdez'), { ...choice(34, 'multiple', 'abcde'), options: [...choice(34, 'multiple', 'abcde').options, option('q34', 'z', { exclusive: true })] },
          choice(35, 'single', 'abcd'), choice(36, 'ranking', 'abcd', { required: false }), choice(37, 'single', 'abcd'), choice(38, 'single', 'abcd'), { ...blankQuestion('q39', 'long'), title: t(w.q39), hint: t(w.q39Hint), most: 1000 },
        ],
      },
    ],
  };
}

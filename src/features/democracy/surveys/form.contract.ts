import { z } from 'zod';
import { type Form, type Group, KINDS, LOOKS, MOST, OPERATORS } from './form.rules.ts';

const Id = z.string().regex(/^[a-z][a-z0-9]{0,11}$/);
const text = (most: number) => z.object({ zh: z.string().max(most), en: z.string().max(most) });
const Condition = z.object({ ask: Id, is: z.enum(OPERATORS), than: z.union([z.string().max(60), z.number(), z.null()]).default(null) });
const Innermost = z.object({ all: z.boolean(), of: z.array(Condition).max(20) });
const Inner = z.object({ all: z.boolean(), of: z.array(z.union([Condition, Innermost])).max(20) });
/** Conditions joined by "all" or "any", three levels deep. */
const Group_: z.ZodType<Group, Group> = z.object({ all: z.boolean(), of: z.array(z.union([Condition, Inner])).max(MOST.conditions) }) as unknown as z.ZodType<Group, Group>;
const Option = z.object({ id: Id, text: text(200), other: z.boolean().default(false), exclusive: z.boolean().default(false) });
const Question = z.object({
  id: Id, kind: z.enum(KINDS), title: text(500), hint: text(1000), required: z.boolean(), options: z.array(Option).max(MOST.options), rows: z.array(Option).max(MOST.rows), look: z.enum(LOOKS),
  low: z.number().min(-1e12).max(1e12).nullable(), high: z.number().min(-1e12).max(1e12).nullable(), ends: z.tuple([text(60), text(60)]), unit: text(20), most: z.int().min(0).max(2000), showIf: Group_.nullable(), jumps: z.array(z.object({ when: Group_.nullable(), to: Id })).max(MOST.jumps),
});
const Section = z.object({ id: Id, title: text(100), about: text(1000), questions: z.array(Question).max(MOST.questions) });
const Whole = z.object({ layout: z.enum(['one', 'section']), english: z.boolean(), headline: Id.nullable(), sections: z.array(Section).min(1).max(MOST.sections) })
  .refine((f) => f.sections.reduce((n, s) => n + s.questions.length, 0) <= MOST.questions);
/** A questionnaire as it travels; what is wrong inside it is told by `findFaults`. */
export const FormSchema = Whole as unknown as z.ZodType<Form, Form>;

const Short = z.string().max(60);
const Answer = z.union([z.string().max(2000), z.number(), z.object({ pick: z.array(Short).max(MOST.options), other: z.string().max(200).optional() }), z.object({ rows: z.record(Short, Short) }), z.object({ order: z.array(Short).max(MOST.options) })]);
export const AnswersSchema = z.record(Id, Answer).refine((a) => Object.keys(a).length <= MOST.questions);
/** What somebody says about themselves, and the answers: the content of a paper. */
export const PaperSchema = z.object({ given: AnswersSchema, about: z.object({ unit: Short.optional(), sex: Short.optional(), age: Short.optional(), work: Short.optional() }) });

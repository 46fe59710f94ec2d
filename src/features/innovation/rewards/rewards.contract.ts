import { z } from 'zod';
import { endpoint, PAGE } from '#shared/contract';
import { Shown } from '#shared/shown';
import { words as w } from './rewards.words.ts';

const id = z.uuid();
const path = <P extends string>(p: P) => `/api/v1/rewards${p}` as const;
export const Month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/);
const Year = z.coerce.number().int().min(1980).max(2200);
const page = { limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.usual), offset: z.coerce.number().int().min(0).max(10_000).default(0) };
const why = z.string().trim().min(2).max(200);

/** Where a line stands: on no list yet, or on one. */
const Place = z.object({ listId: z.string(), number: z.string(), state: z.enum(['pending', 'paid', 'failed', 'withdrawn']), paidAt: z.iso.datetime().nullable() }).nullable();
const Item = z.object({ id: z.string(), suggestionId: z.string(), number: z.string(), title: z.string(), unit: z.string(), grade: z.int(), startedOn: z.iso.date(), personId: z.string(), name: z.string(), share: z.int(), amountFen: z.int(), place: Place });
const List = z.object({ id: z.string(), number: z.string(), title: z.string(), state: z.string(), lines: z.int(), totalFen: z.int() });
const Honour = z.object({
  id: z.string(), kind: z.enum(['bestSuggestion', 'bestUnit', 'specialist', 'campaign']), suggestionId: z.string().nullable(), title: z.string(), number: z.string(), unit: z.string(), person: z.string(), campaign: z.string(),
  place: z.int(), month: z.string(), amountFen: z.int(), decidedAt: z.iso.datetime(), withdrawn: z.string().nullable(), paid: z.enum(['none', 'listed', 'paid']),
});
const Drafted = z.object({ id: z.string().nullable(), number: z.string().nullable(), added: z.int(), already: z.int(), left: z.int() });
const Given = z.object({ given: z.int() });

export const api = {
  schemes: endpoint({ method: 'GET', path: path('/schemes'), can: 'rewards.read', about: w.aboutSchemes, in: z.object({}), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }) }),
  month: endpoint({ method: 'GET', path: path('/month'), can: 'rewards.read', about: w.aboutMonth, in: z.object({ unionId: id, month: Month }), out: z.object({
    grades: z.array(z.object({ grade: z.int(), eachFen: z.int(), count: z.int(), sumFen: z.int() })), suggestions: z.int(), people: z.int(), totalFen: z.int(), dueFen: z.int(), dueLines: z.int(),
    awards: z.object({ lines: z.int(), sumFen: z.int() }), back: z.object({ lines: z.int(), sumFen: z.int() }), lists: z.array(List), basis: z.array(z.string()), mayDraw: z.boolean(),
  }) }),
  items: endpoint({ method: 'GET', path: path('/items'), can: 'rewards.read', about: w.aboutItems, in: z.object({ unionId: id.optional(), month: Month.optional(), grade: z.coerce.number().int().min(1).max(3).optional(), text: z.string().trim().max(40).optional(), ...page }), out: z.object({ items: z.array(Item), total: z.int() }) }),
  exportItems: endpoint({ method: 'POST', path: path('/items/export'), can: 'rewards.read', about: w.aboutExport, in: z.object({ unionId: id.optional(), month: Month.optional(), grade: z.coerce.number().int().min(1).max(3).optional(), text: z.string().trim().max(40).optional(), ...Shown }), out: z.object({}), download: true }),
  drawMonth: endpoint({ method: 'POST', path: path('/month'), can: 'rewards.draw', about: w.aboutDraw, in: z.object({ unionId: id, month: Month }), out: Drafted }),
  year: endpoint({ method: 'GET', path: path('/year'), can: 'rewards.read', about: w.aboutYear, in: z.object({ unionId: id, year: Year }), out: z.object({
    honours: z.array(Honour), best: z.object({ count: z.int(), given: z.int(), eachFen: z.int() }), units: z.array(z.object({ id: z.string(), name: z.string(), valid: z.int(), started: z.int(), completed: z.int(), benefitFen: z.int(), payrollFen: z.int().nullable(), month: z.string().nullable() })),
    /** who may take a best unit's award for it: its chairperson and its specialist */
    payees: z.array(z.object({ unitId: z.string(), personId: z.string(), name: z.string() })), unitCount: z.int(), unitShare: z.object({ num: z.int(), den: z.int() }), specialists: z.array(z.object({ personId: z.string(), name: z.string(), unitId: z.string(), unit: z.string() })), specialistBestFen: z.int(), specialistOtherFen: z.int(),
    campaigns: z.array(z.object({ id: z.string(), title: z.string(), toDate: z.iso.date(), prizes: z.array(z.object({ place: z.int(), count: z.int(), amountFen: z.int(), given: z.int() })) })), lists: z.array(List), mayHonour: z.boolean(), mayDraw: z.boolean(),
  }) }),
  candidates: endpoint({ method: 'GET', path: path('/candidates'), can: 'rewards.read', about: w.aboutCandidates, in: z.object({ unionId: id, year: Year, campaignId: id.optional(), text: z.string().trim().max(40).default(''), ...page }),
    out: z.object({ items: z.array(z.object({ id: z.string(), number: z.string(), title: z.string(), unit: z.string(), authors: z.string(), grade: z.int().nullable(), completedOn: z.iso.date().nullable(), benefitFen: z.int().nullable(), chosen: z.boolean() })), total: z.int() }) }),
  bestSuggestions: endpoint({ method: 'POST', path: path('/best-suggestions'), can: 'rewards.honour', about: w.aboutHonour, in: z.object({ unionId: id, year: Year, suggestionIds: z.array(id).min(1).max(100) }), out: Given }),
  bestUnit: endpoint({ method: 'POST', path: path('/best-units'), can: 'rewards.honour', about: w.aboutHonour, in: z.object({ unionId: id, year: Year, unitId: id, month: Month, payrollFen: z.int().min(0).max(1_000_000_000_000), payeeId: id }), out: Given }),
  specialists: endpoint({ method: 'POST', path: path('/specialists'), can: 'rewards.honour', about: w.aboutHonour, in: z.object({ unionId: id, year: Year }), out: Given }),
  campaignPrize: endpoint({ method: 'POST', path: path('/campaign-prizes'), can: 'rewards.honour', about: w.aboutHonour, in: z.object({ unionId: id, year: Year, campaignId: id, place: z.int().min(1).max(100), suggestionIds: z.array(id).min(1).max(100) }), out: Given }),
  withdraw: endpoint({ method: 'POST', path: path('/honours/:id/withdraw'), can: 'rewards.honour', about: w.aboutWithdraw, in: z.object({ id, why }), out: z.object({ id: z.string() }) }),
  drawYear: endpoint({ method: 'POST', path: path('/year'), can: 'rewards.draw', about: w.aboutDraw, in: z.object({ unionId: id, year: Year }), out: Drafted }),
};

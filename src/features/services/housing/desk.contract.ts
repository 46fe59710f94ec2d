import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { Shown } from '#shared/shown';
import { AllocationCard, Done, FileOut, Household, id, moment, Page, Tenancy, TenancyPage } from './housing.contract.ts';
import { PHASES, STANDINGS, STATES } from './housing.rules.ts';
import { words as w } from './housing.words.ts';

const [keep, check] = ['housing.keep', 'housing.check'];
const version = z.int().min(1).optional();
const reason = z.string().trim().min(2).max(300);
const Flat = z.object({ label: z.string().trim().min(1).max(60), estate: z.string().trim().min(1).max(60), rooms: z.int().min(1).max(9), area: z.int().min(100).max(100_000), rentFen: z.int().min(0).max(100_000_000), out: z.string().trim().max(200).default('') });
const Wanted = {
  title: z.string().trim().min(2).max(60), about: z.string().trim().max(3000).default(''), place: z.string().trim().max(200).default(''), opensAt: moment, closesAt: moment, documents: z.array(z.string().trim().min(1).max(60)).max(12).default([]),
  checks: z.array(z.string().trim().min(1).max(40)).min(1).max(30), tenancyMonths: z.int().min(1).max(120), flats: z.array(Flat).min(1).max(500),
};
const allocation = (rest: string) => `/api/v1/housing-allocations/:id${rest}` as const;
const application = (rest: string) => `/api/v1/housing-applications/:id${rest}` as const;

/** `due`: until when it is to be checked; `declines`: flats declined or not answered since the place was given. */
export const ApplicationRow = z.object({
  id, number: z.string(), order: z.int().nullable(), allocation: z.string(), allocationId: id, name: z.string(), staffNumber: z.string(), unit: z.string(), people: z.int(), papers: z.int(), state: z.enum(STATES), stateWord: z.string(), standing: z.enum(STANDINGS),
  submittedAt: z.string().nullable(), due: z.string().nullable(), late: z.boolean(), declines: z.int(),
});
const Applications = { allocationId: id.optional(), unionId: id.optional(), state: z.enum(STATES).optional(), text: z.string().trim().max(60).optional() };
/** `place` only of those who wait. */
export const QueueRow = z.object({ applicationId: id, claimId: id, place: z.int().nullable(), order: z.int(), name: z.string(), staffNumber: z.string(), unit: z.string(), people: z.int(), joinedAt: z.string(), standing: z.enum(STANDINGS), flat: z.string(), dueAt: z.string().nullable(), declines: z.int() });
const InQueue = { allocationId: id, standing: z.enum(['waiting', 'offered', 'taken', 'lives']).optional(), text: z.string().trim().max(60).optional() };
const TENANCIES = ['agreed', 'lives', 'leaving', 'ended'] as const;
const Tenancies = { allocationId: id.optional(), unionId: id.optional(), state: z.enum(TENANCIES).optional(), text: z.string().trim().max(60).optional() };

export const desk = {
  register: endpoint({ method: 'GET', path: '/api/v1/housing-register', can: keep, about: w.aboutRegister, in: z.object({ unionId: id.optional(), phase: z.enum(PHASES).optional(), text: z.string().trim().max(60).optional(), ...Page }), out: z.object({ items: z.array(AllocationCard), total: z.int() }) }),
  exportRegister: endpoint({ method: 'POST', path: '/api/v1/housing-register/export', can: 'housing.export', about: w.aboutExportRegister, in: z.object({ unionId: id.optional(), phase: z.enum(PHASES).optional(), text: z.string().trim().max(60).optional(), ...Shown }), out: z.object({}), download: true }),
  put: endpoint({ method: 'POST', path: '/api/v1/housing-allocations', can: keep, about: w.aboutPut, in: z.object({ unionId: id, ...Wanted }), out: Done }),
  save: endpoint({ method: 'PUT', path: allocation(''), can: keep, about: w.aboutSaveAllocation, in: z.object({ id, ...Wanted }), out: Done }),
  open: endpoint({ method: 'POST', path: allocation('/open'), can: keep, about: w.aboutOpen, in: z.object({ id }), out: Done }),
  closeApplications: endpoint({ method: 'POST', path: allocation('/close-applications'), can: keep, about: w.aboutCloseApplications, in: z.object({ id }), out: Done }),
  start: endpoint({ method: 'POST', path: allocation('/start'), can: keep, about: w.aboutStart, in: z.object({ id }), out: z.object({ id, state: z.string(), offered: z.int() }) }),
  callOff: endpoint({ method: 'POST', path: allocation('/call-off'), can: keep, about: w.aboutCallOff, in: z.object({ id, why: reason }), out: Done }),
  putFlat: endpoint({ method: 'POST', path: allocation('/flats'), can: keep, about: w.aboutPutFlat, in: z.object({ id, /** one that is there; a new one without it */ no: z.int().min(1).max(10_000).optional(), ...Flat.shape }), out: z.object({ id, no: z.int(), offered: z.int() }) }),
  applications: endpoint({ method: 'GET', path: '/api/v1/housing-applications', can: check, about: w.aboutApplications, in: z.object({ ...Applications, ...Page }), out: z.object({ items: z.array(ApplicationRow), total: z.int() }) }),
  exportApplications: endpoint({ method: 'POST', path: '/api/v1/housing-applications/export', can: 'housing.export', about: w.aboutExportApplications, in: z.object({ ...Applications, ...Shown }), out: z.object({}), download: true }),
  papers: endpoint({ method: 'POST', path: application('/papers'), can: check, about: w.aboutPapers, in: z.object({ id, purpose: z.string().trim().min(2).max(200) }), out: z.object({ household: Household, files: z.array(FileOut), until: z.string() }) }),
  ask: endpoint({ method: 'POST', path: application('/ask'), can: check, about: w.aboutAsk, in: z.object({ id, version, text: reason }), out: Done }),
  accept: endpoint({ method: 'POST', path: application('/accept'), can: check, about: w.aboutAccept, in: z.object({ id, version, text: z.string().trim().max(300).default('') }), out: Done }),
  reject: endpoint({ method: 'POST', path: application('/reject'), can: check, about: w.aboutReject, in: z.object({ id, version, text: reason }), out: Done }),
  uphold: endpoint({ method: 'POST', path: application('/uphold'), can: check, about: w.aboutUphold, in: z.object({ id, version, text: reason }), out: Done }),
  queue: endpoint({ method: 'GET', path: '/api/v1/housing-queue', can: keep, about: w.aboutQueue, in: z.object({ ...InQueue, ...Page }), out: z.object({ items: z.array(QueueRow), total: z.int() }) }),
  exportQueue: endpoint({ method: 'POST', path: '/api/v1/housing-queue/export', can: 'housing.export', about: w.aboutExportQueue, in: z.object({ allocationId: id.optional(), ...Shown }), out: z.object({}), download: true }),
  tenancies: endpoint({ method: 'GET', path: '/api/v1/housing-tenancies', can: keep, about: w.aboutTenancies, in: z.object({ ...Tenancies, ...Page }), out: z.object({ items: z.array(Tenancy), total: z.int() }) }),
  exportTenancies: endpoint({ method: 'POST', path: '/api/v1/housing-tenancies/export', can: 'housing.export', about: w.aboutExportTenancies, in: z.object({ ...Tenancies, ...Shown }), out: z.object({}), download: true }),
  tenancy: endpoint({ method: 'GET', path: '/api/v1/housing-tenancies/:id', can: keep, about: w.aboutTenancy, in: z.object({ id }), out: TenancyPage }),
  notice: endpoint({ method: 'POST', path: '/api/v1/housing-tenancies/:id/notice', can: keep, about: w.aboutNotice, in: z.object({ id, notice: z.enum(['leftUnion', 'term', 'wish', 'other']) }), out: Done }),
  plan: endpoint({ method: 'POST', path: '/api/v1/housing-tenancies/:id/visits', can: keep, about: w.aboutPlan, in: z.object({ id, kind: z.enum(['moveIn', 'moveOut']), at: moment }), out: Done }),
  record: endpoint({
    method: 'POST', path: '/api/v1/housing-visits/:id/record', can: keep, about: w.aboutRecord,
    in: z.object({
      id, checks: z.array(z.object({ label: z.string().max(40), ok: z.boolean().nullable(), note: z.string().trim().max(200).default('') })).max(30), keys: z.int().min(0).max(50), electricity: z.string().trim().max(20).default(''), water: z.string().trim().max(20).default(''),
      note: z.string().trim().max(500).default(''), files: z.array(id).max(12).default([]), /** moving out: why nobody can sign */ absent: z.string().trim().max(300).default(''),
    }), out: Done,
  }),
  exportStatistics: endpoint({ method: 'POST', path: '/api/v1/housing-statistics/export', can: 'housing.export', about: w.aboutExportStatistics, in: z.object({ unionId: id.optional() }), out: z.object({}), download: true }),
  statistics: endpoint({
    method: 'GET', path: '/api/v1/housing-statistics', can: keep, about: w.aboutStatistics, in: z.object({ unionId: id.optional() }),
    out: z.object({
      flats: z.int(), free: z.int(), offered: z.int(), taken: z.int(), lived: z.int(), out: z.int(), households: z.int(), people: z.int(), waiting: z.int(), applications: z.int(), checking: z.int(), rejected: z.int(), /** days from submission to keys */ waitedDays: z.int().nullable(), rentFen: z.int(), leaving: z.int(),
      states: z.array(z.object({ state: z.enum(STATES), word: z.string(), n: z.int() })), estates: z.array(z.object({ estate: z.string(), flats: z.int(), lived: z.int() })),
    }),
  }),
};

import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { ExpertGroup, page, path, post } from './suggestions.contract.ts';
import { words as w } from './settings.words.ts';

const id = z.uuid();
const day = z.iso.date();
const can = 'suggestions.settle';
export const PersonGroup = z.enum(['manager', 'keyStaff', 'teamLeader', 'party']);
const Prize = z.object({ place: z.int().min(1).max(20), count: z.int().min(1).max(200), amountFen: z.int().min(0).max(100_000_000) });
const Found = z.object({ id: z.string(), name: z.string(), staffNumber: z.string(), unit: z.string() });
const Ref = z.object({ id: z.string() });

const Expert = z.object({ id: z.string(), personId: z.string(), name: z.string(), unit: z.string(), expertGroup: ExpertGroup, leads: z.boolean(), fromDate: day, toDate: day.nullable(), open: z.int(), given: z.int() });
const Campaign = z.object({ id: z.string(), title: z.string(), theme: z.string(), fromDate: day, toDate: day, prizes: z.array(Prize), state: z.enum(['open', 'cancelled', 'awarded']), version: z.int(), entries: z.int() });
const Window = { title: z.string().trim().min(2).max(60), theme: z.string().trim().min(2).max(500), fromDate: day, toDate: day, prizes: z.array(Prize).max(20).default([]) };
const people = path('/settings/people');

export const settings = {
  schemes: endpoint({ method: 'GET', path: path('/settings/schemes'), can, about: w.aboutSchemes, in: z.object({}), out: z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), open: z.boolean() })) }) }),
  settings: endpoint({
    method: 'GET', path: path('/settings'), can, about: w.aboutSettings, in: z.object({ unionId: id }),
    out: z.object({
      union: Ref.extend({ name: z.string() }), scheme: z.object({ openedOn: day, closedOn: day.nullable(), blind: z.boolean() }).nullable(), open: z.boolean(), experts: z.array(Expert), campaigns: z.array(Campaign), groups: z.array(z.object({ group: PersonGroup, n: z.int() })),
      specialists: z.array(z.object({ personId: z.string(), name: z.string(), office: z.string(), unionId: z.string(), union: z.string() })),
    }),
  }),
  scheme: endpoint({ ...post('/settings/scheme'), can, about: w.aboutScheme, in: z.object({ unionId: id, open: z.boolean(), blind: z.boolean(), openedOn: day.optional() }), out: Ref }),
  people: endpoint({ method: 'GET', path: people, can, about: w.aboutPeople, in: z.object({ unionId: id, text: z.string().trim().min(1).max(40) }), out: z.object({ items: z.array(Found) }) }),
  addExpert: endpoint({ ...post('/settings/experts'), can, about: w.aboutExpert, in: z.object({ unionId: id, personId: id, expertGroup: ExpertGroup, leads: z.boolean().default(false), fromDate: day.optional() }), out: Ref }),
  endExpert: endpoint({ ...post('/settings/experts/end'), can, about: w.aboutEndExpert, in: z.object({ unionId: id, id, toDate: day.optional() }), out: Ref }),
  group: endpoint({ method: 'GET', path: path('/settings/groups'), can, about: w.aboutGroup, in: z.object({ unionId: id, group: PersonGroup, text: z.string().trim().max(40).optional(), ...page }), out: z.object({ items: z.array(Found.extend({ personId: z.string(), fromDate: day, toDate: day.nullable() })), total: z.int() }) }),
  addToGroup: endpoint({
    ...post('/settings/groups/add'), can, about: w.aboutAddGroup, in: z.object({ unionId: id, group: PersonGroup, fromDate: day.optional(), personIds: z.array(id).max(500).default([]), staffNumbers: z.array(z.string().trim().min(1).max(40)).max(500).default([]) }),
    out: z.object({ added: z.int(), already: z.int(), unknown: z.array(z.string()), twice: z.array(z.string()) }),
  }),
  endInGroup: endpoint({ ...post('/settings/groups/end'), can, about: w.aboutEndGroup, in: z.object({ unionId: id, group: PersonGroup, ids: z.array(id).min(1).max(500), toDate: day.optional() }), out: z.object({ ended: z.int() }) }),
  saveCampaign: endpoint({ ...post('/settings/campaigns'), can, about: w.aboutCampaign, in: z.object({ unionId: id, id: id.optional(), version: z.int().min(1).optional(), ...Window }), out: Ref }),
  cancelCampaign: endpoint({ ...post('/settings/campaigns/cancel'), can, about: w.aboutCancel, in: z.object({ unionId: id, id }), out: Ref }),
};

/** Suggestions that are carried out, verified and awarded, for the tests of the area innovation. */
import assert from 'node:assert/strict';
import sharp from 'sharp';
import { notify } from '#engines/notify';
import { findFacts } from '../src/features/innovation/suggestions/suggestions.sql.ts';
import { fixClock } from './clock.ts';
import type { Player } from './people.ts';
import { startHouse } from './server.ts';
import { appointTo, draftOf, foundCompany } from './suggestions.ts';

type Claim = { id: string; state: string; claimedFen: number; verifiedFen: number | null; may: string[]; text: string };
type Award = { level: number; amountFen: number; paidBeforeFen: number; paysFen: number; filedWith: string; takenBackAt: string | null; shares: { name: string; paysFen: number }[] };
type Body = {
  id: string; state: string; version: number; may: string[]; items: (Claim & { documentNumber: string; name: string; author: boolean })[]; total: number; claimedFen: number; verifiedFen: number;
  evidence: { shows: string; label: string; file: { id: string } }[]; overdueDays: number; documentKindWord: string; own: boolean; claims: Claim[]; awards: Award[]; windowTo: string | null;
  level: number | null; levelBorrowed: number | null; paidBeforeFen: number; unconfirmed: boolean; grounds: string[]; levels: { level: number; unconfirmed: boolean }[]; paysFen: number; error?: { code: string; message: string; fields?: { path: string }[] };
};
/** When and how it is to be carried out. */
export const PLAN = { plannedFrom: '2026-03-02', plannedTo: '2026-04-10', plan: '三月做样件，四月上线试用。' };
/** Yuan in fen. */
export const yuan = (n: number): number => Math.round(n * 100);

/** The company of {@link foundCompany} with two accountants and suggestions on their way: adopted, completed, claimed. */
export async function workStage(code = 'W') {
  fixClock('2026-03-02T01:00:00Z');
  const house = await startHouse();
  const company = await foundCompany(house, code);
  await appointTo(house, company.federationId, company.other, company.tools.id, 'accountant');
  const [accountant2] = [company.chair];
  await appointTo(house, company.federationId, accountant2, company.company.id, 'accountant');
  const ask = async (who: Player | null, method: 'GET' | 'POST', path: string, body?: unknown): Promise<{ status: number; body: Body; code: string | undefined }> => {
    const a = await house.ask(method, `/api/v1/suggestions${path}`, body, { token: who?.token ?? null });
    return { status: a.status, body: a.body as Body, code: (a.body as Body | null)?.error?.code };
  };
  const adopted = async (more: object = {}): Promise<string> => {
    const { id } = (await ask(company.writer, 'POST', '', draftOf(more))).body;
    assert.equal((await ask(company.office, 'POST', `/${id}/adopt-unit`, { grade: 1 })).body.state, 'implementing');
    return id;
  };
  const completed = async (more: object = {}): Promise<string> => {
    const id = await adopted(more);
    await ask(company.specialist, 'POST', `/${id}/plan`, { ...PLAN, ownerId: company.mate.id });
    await ask(company.mate, 'POST', `/${id}/report`, { text: '已经装好，试用两周。' });
    assert.equal((await ask(company.office, 'POST', `/${id}/accept`, {})).body.state, 'completed');
    return id;
  };
  const claimed = async (id: string, fen: number): Promise<string> => (await ask(company.writer, 'POST', `/${id}/benefits`, { claimedFen: fen, basis: '按节约的板材计算。' })).body.id;
  const facts = async (id: string) => (await house.within(company.federationId, (tx) => findFacts(tx, [id]))).get(id);
  const inbox = async (who: Player): Promise<string[]> => (await house.within(company.federationId, (tx) => notify.inbox(tx, { personId: who.id, locale: 'zh' }, { limit: 50 }))).items.map((m) => m.title);
  const photo = async (who: Player): Promise<string> => {
    const content = await sharp({ create: { width: 64, height: 48, channels: 3, background: 'white' } }).jpeg().toBuffer();
    return ((await house.ask('POST', '/api/v1/attachments?name=photo.jpg', content, { token: who.token })).body as { id: string }).id;
  };
  return { ...company, accountant2, ask, adopted, completed, claimed, facts, inbox, photo };
}

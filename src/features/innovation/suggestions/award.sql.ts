import type { Tx } from '#shared/call';
import { rows, sql } from '#platform/db';
import type { AwardGround, AwardLevel } from './award.rules.ts';

export type AwardRow = {
  id: string; suggestionId: string; position: number; level: AwardLevel; ground: AwardGround; borrowed: boolean; amountFen: number; paidBeforeFen: number; paysFen: number; reason: string; decidedBy: string; decidedAt: Date;
  filedWith: string; takenBackAt: Date | null; shares: { name: string; paysFen: number }[];
};

/** Awards of a suggestion with what each author got, the first award first. */
export async function listAwards(tx: Tx, suggestionId: string): Promise<AwardRow[]> {
  const r = await sql<AwardRow>`select w.id, w.suggestion_id as "suggestionId", w.position, w.level, w.ground, w.borrowed, w.amount_fen::float8 as "amountFen", w.paid_before_fen::float8 as "paidBeforeFen", w.pays_fen::float8 as "paysFen",
      w.reason, p.name as "decidedBy", w.decided_at as "decidedAt", coalesce(f.name, '') as "filedWith", w.taken_back_at as "takenBackAt",
      coalesce((select jsonb_agg(jsonb_build_object('name', q.name, 'paysFen', x.pays_fen) order by a.position) from suggestion_award_share x
        join person q on q.federation_id = x.federation_id and q.id = x.person_id
        left join suggestion_author a on a.federation_id = x.federation_id and a.suggestion_id = x.suggestion_id and a.person_id = x.person_id
        where x.federation_id = w.federation_id and x.award_id = w.id), '[]') as shares
    from suggestion_award w join person p on p.federation_id = w.federation_id and p.id = w.decided_by_id
    left join union_unit f on f.federation_id = w.federation_id and f.id = w.filed_with_id
    where w.federation_id = ${tx.federationId} and w.suggestion_id = ${suggestionId} order by w.position limit 100`.execute(rows(tx));
  return r.rows;
}

/** Writes an award and what each author gets of it. */
export async function insertAward(tx: Tx, w: Omit<AwardRow, 'decidedBy' | 'decidedAt' | 'filedWith' | 'takenBackAt' | 'shares'> & { decidedById: string; ruleSetId: string; valueFen: number | null; filedWithId: string | null }, shares: readonly { personId: string; paysFen: number }[]): Promise<void> {
  await sql`insert into suggestion_award (federation_id, id, suggestion_id, position, level, ground, borrowed, amount_fen, paid_before_fen, pays_fen, reason, decided_by_id, decided_at, rule_set_id, value_fen, filed_with_id)
    values (${tx.federationId}, ${w.id}, ${w.suggestionId}, ${w.position}, ${w.level}, ${w.ground}, ${w.borrowed}, ${w.amountFen}, ${w.paidBeforeFen}, ${w.paysFen}, ${w.reason}, ${w.decidedById}, ${tx.now}, ${w.ruleSetId}, ${w.valueFen}, ${w.filedWithId})`.execute(rows(tx));
  await sql`insert into suggestion_award_share (federation_id, award_id, person_id, suggestion_id, pays_fen)
    select ${tx.federationId}, ${w.id}, x.person, ${w.suggestionId}, x.pays from unnest(${shares.map((s) => s.personId)}::uuid[], ${shares.map((s) => s.paysFen)}::bigint[]) as x(person, pays)`.execute(rows(tx));
}

/** Notes that what the awards of a suggestion paid has to come back. */
export async function takeBackAwards(tx: Tx, suggestionId: string): Promise<void> {
  await sql`update suggestion_award set taken_back_at = ${tx.now} where federation_id = ${tx.federationId} and suggestion_id = ${suggestionId} and taken_back_at is null`.execute(rows(tx));
}

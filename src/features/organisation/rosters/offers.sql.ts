import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type ElsewhereRow = { readonly row: number; readonly unionId: string; readonly sealed: Buffer };

/** The next rows of people who belong to another union, in the order of the sheet. */
export async function nextElsewhere(tx: Tx, importId: string, after: number, limit: number): Promise<ElsewhereRow[]> {
  const r = await sql<ElsewhereRow>`select row_number as row, union_id as "unionId", sealed from roster_row where federation_id = ${tx.federationId}
    and import_id = ${importId} and row_number > ${after} and outcome = 'elsewhere' and union_id is not null order by row_number limit ${limit}`.execute(rows(tx));
  return r.rows;
}

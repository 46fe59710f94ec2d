import { rows, sql } from '#platform/db';
import type { Tx } from '#shared/call';

export type FileRow = {
  id: string;
  name: string;
  kind: 'image' | 'document' | 'sheet' | 'text';
  type: string;
  bytes: string;
  width: number | null;
  height: number | null;
  thumbnail: boolean;
  uploaded_by: string | null;
  owner_kind: string | null;
  owner_id: string | null;
};

const columns = sql`f.id, f.name, f.kind, f.type, f.bytes::text AS bytes, f.width, f.height, f.thumbnail, f.uploaded_by, f.owner_kind, f.owner_id`;

type NewFile = Omit<FileRow, 'owner_kind' | 'owner_id' | 'bytes'> & { bytes: number; uploaded_at: Date };

/** Adds an upload that belongs to nothing yet. */
export async function insertFile(tx: Tx, f: NewFile): Promise<void> {
  await sql`
    INSERT INTO stored_file (federation_id, id, name, kind, type, bytes, width, height, thumbnail, uploaded_by, uploaded_at)
    VALUES (${tx.federationId}::uuid, ${f.id}::uuid, ${f.name}, ${f.kind}, ${f.type}, ${f.bytes}, ${f.width}, ${f.height},
            ${f.thumbnail}, ${f.uploaded_by}::uuid, ${f.uploaded_at}::timestamptz)`.execute(rows(tx));
}

/** How many uploads of a person (null: of the anonymous) belong to nothing yet. */
export async function countWaiting(tx: Tx, personId: string | null): Promise<number> {
  const found = await sql<{ n: string }>`
    SELECT count(*)::text AS n FROM stored_file f
    WHERE f.federation_id = ${tx.federationId}::uuid AND f.owner_kind IS NULL
      AND f.uploaded_by IS NOT DISTINCT FROM ${personId}::uuid`.execute(rows(tx));
  return Number(found.rows[0]?.n ?? 0);
}

/** One file, attached or not. */
export async function selectFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  const found = await sql<FileRow>`
    SELECT ${columns} FROM stored_file f WHERE f.federation_id = ${tx.federationId}::uuid AND f.id = ${id}::uuid`.execute(rows(tx));
  return found.rows[0];
}

/** Files of many owners of one kind, in their order. */
export async function selectOwned(tx: Tx, kind: string, ownerIds: readonly string[]): Promise<FileRow[]> {
  const found = await sql<FileRow>`
    SELECT ${columns} FROM stored_file f
    WHERE f.federation_id = ${tx.federationId}::uuid AND f.owner_kind = ${kind} AND f.owner_id = ANY (${[...ownerIds]}::uuid[])
    ORDER BY f.owner_id, f.place, f.id`.execute(rows(tx));
  return found.rows;
}

type Attach = { ids: readonly string[]; personId: string | null; kind: string; ownerId: string; from: number; keepUntil: Date | null };

/** Gives waiting uploads of the person, or of nobody, to an owner; answers how many could be given. */
export async function updateOwner(tx: Tx, a: Attach): Promise<number> {
  const found = await sql`
    UPDATE stored_file f SET owner_kind = ${a.kind}, owner_id = ${a.ownerId}::uuid, attached_at = ${tx.now}::timestamptz,
           keep_until = ${a.keepUntil}::timestamptz, place = placed.n
    FROM unnest(${[...a.ids]}::uuid[]) WITH ORDINALITY AS given(id, position)
    CROSS JOIN LATERAL (SELECT (given.position + ${a.from}::int)::smallint AS n) AS placed(n)
    WHERE f.federation_id = ${tx.federationId}::uuid AND f.id = given.id AND f.owner_kind IS NULL
      AND (f.uploaded_by IS NULL OR f.uploaded_by = ${a.personId}::uuid)
    RETURNING f.id`.execute(rows(tx));
  return found.rows.length;
}

/** Ends the keeping of an owner's files at a time. */
export async function updateKeepUntil(tx: Tx, kind: string, ownerIds: readonly string[], until: Date): Promise<number> {
  const found = await sql`
    UPDATE stored_file f SET keep_until = ${until}::timestamptz
    WHERE f.federation_id = ${tx.federationId}::uuid AND f.owner_kind = ${kind} AND f.owner_id = ANY (${[...ownerIds]}::uuid[])
    RETURNING f.id`.execute(rows(tx));
  return found.rows.length;
}

/** Takes away one waiting upload of the person; answers whether there was one. */
export async function deleteWaiting(tx: Tx, id: string, personId: string): Promise<boolean> {
  const found = await sql`
    DELETE FROM stored_file f WHERE f.federation_id = ${tx.federationId}::uuid AND f.id = ${id}::uuid
      AND f.owner_kind IS NULL AND f.uploaded_by = ${personId}::uuid RETURNING f.id`.execute(rows(tx));
  return found.rows.length === 1;
}

/** Takes away rows whose time is over: waiting since before `waitingSince`, or kept until before now. */
export async function deleteOver(tx: Tx, waitingSince: Date, limit: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    DELETE FROM stored_file f WHERE f.federation_id = ${tx.federationId}::uuid AND f.id = ANY (ARRAY(
      SELECT g.id FROM stored_file g WHERE g.federation_id = ${tx.federationId}::uuid
        AND ((g.owner_kind IS NULL AND g.uploaded_at < ${waitingSince}::timestamptz) OR g.keep_until < ${tx.now}::timestamptz)
      ORDER BY g.id LIMIT ${limit}))
    RETURNING f.id`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}

/** Which of these ids have no row. */
export async function selectUnknown(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    SELECT given.id::text AS id FROM unnest(${[...ids]}::uuid[]) AS given(id)
    WHERE NOT EXISTS (SELECT 1 FROM stored_file f WHERE f.federation_id = ${tx.federationId}::uuid AND f.id = given.id)`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}

/** All federations, for the nightly sweep. */
export async function selectFederations(tx: Tx): Promise<string[]> {
  const found = await sql<{ id: string }>`SELECT federation_id::text AS id FROM federation ORDER BY federation_id LIMIT 10000`.execute(rows(tx));
  return found.rows.map((r) => r.id);
}

const BANNED = [
  [/\bCREATE\s+(OR\s+REPLACE\s+)?(CONSTRAINT\s+)?TRIGGER\b/i, 'a trigger'],
  [/\b(GENERATED\s+(ALWAYS|BY\s+DEFAULT)\s+AS\s+IDENTITY|(BIG|SMALL)?SERIAL)\b/i, 'an identity column'],
  [/\bDEFAULT\s+\(?(now\(\)|current_timestamp|clock_timestamp|current_date|localtimestamp|gen_random_uuid|uuid_generate)/i, 'a default that the application should give'],
  [/\bON\s+DELETE\s+(SET\s+NULL|CASCADE)\b/i, 'ON DELETE that changes rows behind our back'],
] as const;

const KEY = /\b(PRIMARY\s+KEY|UNIQUE|FOREIGN\s+KEY)\s*(?:NULLS\s+NOT\s+DISTINCT\s*)?\(\s*(\w+)/gi;
const UNIQUE_INDEX = /CREATE\s+UNIQUE\s+INDEX[^;]*?\bON\s+(\w+)\s*(?:USING\s+\w+\s*)?\(\s*(\w+)/gi;
const COLUMN_KEY = /^\s+(\w+)\s+\w[^,\n]*?\b(PRIMARY\s+KEY|UNIQUE|REFERENCES)\b/gim;
const TABLE = /CREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)\s*\(([\s\S]*?)\n\)[^;]*;/gi;

/** Look-ups that are asked before a tenant is known, by the column they are found by and spread by. Nothing else may leave federation_id out. */
export const LOOKUPS: ReadonlyMap<string, string> = new Map([
  ['join_code_lookup', 'join_code'],
  ['follow_up', 'code_lookup'],
  ['letter_mail_thread', 'token'],
  ['sign_in_gate', 'gate'],
  ['one_time_code', 'phone_lookup'],
  ['sign_in_ticket', 'token_hash'],
  ['first_administrator_link', 'token_hash'],
]);

const plain = (text: string): string => text.replace(/--[^\n]*/g, '').replace(/'(?:[^']|'')*'/g, "''");

const DISTRIBUTED = /create_(?:distributed_table\s*\(\s*'(\w+)'\s*,\s*'(\w+)'|reference_table\s*\(\s*'(\w+)')/gi;

/** What is wrong with one migration; `tables` counts those looked at. */
export function migrationFaults(path: string, text: string): { faults: string[]; tables: number } {
  const faults: string[] = [];
  const header = text.slice(0, text.search(/^-- phase:/m)).toLowerCase();
  for (const says of ['why:', 'locks:', 'rows']) if (!header.includes(says)) faults.push(`${path}: its header does not say "${says}"`);
  const bare = plain(text);
  for (const [pattern, what] of BANNED) if (pattern.test(bare)) faults.push(`${path} has ${what}`);
  const spread = new Map([...text.matchAll(DISTRIBUTED)].map((m) => [m[1] ?? m[3] ?? '', m[2] ?? '']));
  for (const [table, by] of spread) if ((LOOKUPS.get(table) ?? 'federation_id') !== by) faults.push(`${path}: ${table} is distributed by ${by || 'nothing'}, not by federation_id, and is no look-up that the check knows`);
  let tables = 0;
  for (const [, table = '', body = ''] of bare.matchAll(TABLE)) {
    tables += 1;
    const key = LOOKUPS.get(table) ?? 'federation_id';
    if (!spread.has(table)) faults.push(`${path}: ${table} has no line in the distribution phase`);
    for (const [, kind = '', first = ''] of body.matchAll(KEY)) if (first !== key) faults.push(`${path}: ${kind} of ${table} begins with ${first}, not with ${key}`);
    for (const [, column = '', kind = ''] of body.matchAll(COLUMN_KEY)) if (!/^(primary|unique|foreign|constraint|check)$/i.test(column)) faults.push(`${path}: ${table}.${column} has ${kind} of its own, without ${key}`);
  }
  for (const [, table = '', first = ''] of bare.matchAll(UNIQUE_INDEX)) {
    const key = LOOKUPS.get(table) ?? 'federation_id';
    if (first !== key) faults.push(`${path}: a unique index of ${table} begins with ${first}, not with ${key}`);
  }
  return { faults, tables };
}

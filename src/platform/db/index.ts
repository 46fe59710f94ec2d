/** The one way to the database: transactions, rows, migrations. */
export { type Kysely, type RawBuilder, sql } from 'kysely';
export type { Connection, Database, How } from './database.ts';
export { connect, NO_FEDERATION, rows } from './database.ts';
export { bytesOf } from './bytes.ts';
export { copyIn, copyOut } from './copy.ts';
export { type Embedded, startEmbedded } from './embedded.ts';
export { leanJson } from './lean.ts';
export { migrate, MIGRATIONS, readFolder } from './migrate.ts';
export { planByValues } from './plans.ts';
export type { Tables } from './tables.ts';

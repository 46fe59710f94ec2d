import type { Tx } from '#shared/call';
import { deleteBarred, insertBarred } from './cases.sql.ts';

/** Bars somebody from a case for a conflict of interest that came to light later: from now on the case is not there for this person. */
export const bar = (tx: Tx, caseId: string, personId: string, why: string): Promise<void> => insertBarred(tx, caseId, [{ personId, why }]);

/** Takes back what {@link bar} did for this reason; who is barred for another one stays so. */
export const unbar = (tx: Tx, caseId: string, why: string): Promise<void> => deleteBarred(tx, caseId, why);

/** Engine payments: money that leaves by lists, approved by a second person, paid by file, kept in the ledger. See about.md. */
import { cases } from '#engines/cases';
import { addLines, draft, draftAgain, removeLine } from './draft.service.ts';
import { download } from './file.service.ts';
import { findLine, sumOwn } from './lines.sql.ts';
import { listProcess } from './payments.process.ts';
import { findList, listLists } from './payments.sql.ts';
import { allPurposes, purposeNamed, usePurpose } from './purposes.ts';
import { approve, cancel, file, sendBack, settle, submit } from './steps.service.ts';
import { findByKeys, listOf, load, people } from './views.service.ts';

cases.useProcess(listProcess);

export const payments = {
  usePurpose, allPurposes, purposeNamed, draft, draftAgain, addLines, removeLine, submit, approve, sendBack, cancel, file, download, settle,
  load, people, listLists, findList, findLine, listOf, sumOwn, findByKeys, process: listProcess,
};
export { words as paymentWords } from './payments.words.ts';
export type { Drafted, Drafter } from './draft.service.ts';
export type { FileKind } from './file.service.ts';
export type { LineWanted, Reason } from './lines.rules.ts';
export type { KeyPlace, LineRow, OwnRow } from './lines.sql.ts';
export type { ListFilter, ListRow, ListSums } from './payments.sql.ts';
export type { Purpose, PurposeAccount } from './purposes.ts';
export type { Failure, Given as ListStep } from './steps.service.ts';
export type { ListedPerson, SeenList } from './views.service.ts';

import { useMe, useScope } from '../../../../../web/kit/index.ts';

const KEEPERS = ['chair', 'viceChair', 'organiser', 'mailboxClerk', 'committeeMember', 'departmentLiaison', 'accountant', 'auditor'];

/** The union a page speaks of that speaks of one: the chosen one, else the one in which the person holds an office. */
export function useOwnUnion(): string | undefined {
  const { union } = useScope();
  const me = useMe();
  return union ?? me.offices.find((o) => KEEPERS.includes(o.kind))?.unionId;
}

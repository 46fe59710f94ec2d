const REJECTIONS: readonly string[] = ['reject', 'rejectUnit'];
const DECISIONS: readonly string[] = ['adopt', 'adoptForImplementation', 'uphold'];

/** Whoever rejected a suggestion does not decide on the appeal: these steps are not open to this person then. */
export const notForJudge = (personId: string, state: string, events: readonly { readonly step: string; readonly byId: string | null }[]): readonly string[] =>
  state === 'appealed' && events.findLast((e) => REJECTIONS.includes(e.step))?.byId === personId ? DECISIONS : [];

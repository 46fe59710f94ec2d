import { candidacyWords as words } from './candidacy.words.ts';
import type { Said } from './paper.rules.ts';

/** What must be known of somebody who is to stand in a union election. */
export type Standee = {
  readonly membership: 'member' | 'reserved' | 'none';
  readonly mainLeader: boolean;
  readonly nearRelativeOfLeader: boolean;
  readonly headOfHumanResources: boolean;
  readonly foreign: boolean;
};
/** What is elected, and where: the head of human resources and foreigners are barred in enterprises only. */
export type Office = { readonly post: 'committee' | 'chair' | 'audit' | 'delegate'; readonly enterprise: boolean };

/**
 * Every reason why somebody may not stand; none: they may (工会基层组织选举工作条例; rules.md §5, of middling certainty, so a screen
 * shows them as findings that the union above decides on).
 */
export function barsTo(who: Standee, office: Office): Said[] {
  const bars: [boolean, Said['word']][] = [
    [who.membership === 'none', words.notMember],
    [who.membership === 'reserved', words.reserved],
    [office.post !== 'delegate' && who.mainLeader, words.mainLeader],
    [office.post !== 'delegate' && who.nearRelativeOfLeader, words.nearRelative],
    [office.post !== 'delegate' && office.enterprise && who.headOfHumanResources, words.humanResources],
    [office.post === 'chair' && office.enterprise && who.foreign, words.foreignChair],
  ];
  return bars.filter(([holds]) => holds).map(([, word]) => ({ word, slots: {} }));
}

/** Telephones and ID numbers of mainland China, wherever they stand. */
const NUMBERS = /(?:^|\D)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/;

/** Whether a text that many will read holds a telephone or an ID number; names are looked up among the writers. */
export const givesAway = (text: string): boolean => NUMBERS.test(text.normalize('NFKC').replaceAll(/\s/g, ''));

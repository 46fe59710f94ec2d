/** Engine similarity: near-duplicates of Chinese text. See about.md. */
import { forget, group, move, pairOf, put, remove, search } from './collection.service.ts';
import { explain } from './explain.ts';

export const similarity = { put, remove, move, search, group, explain, pairOf, forget };
export { searchFiles, type Run } from './similar.command.ts';
export { Corpus } from './corpus.ts';
export type { Found, Group, Question, Text } from './collection.service.ts';
export type { Explanation, Passage } from './explain.ts';

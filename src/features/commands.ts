import type { Command } from '../cli.ts';

/** Commands that parts bring to `npm run cli`, by name. */
export const commands: Readonly<Record<string, Command>> = {};

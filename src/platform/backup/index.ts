/** Everything of an installation into one file, and back. */
export { backup, type BackupOrder } from './backup.ts';
export { commands as backupCommands } from './commands.ts';
export type { Manifest } from './manifest.ts';
export { restore, type RestoreOrder } from './restore.ts';

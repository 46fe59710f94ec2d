import { notify } from '#engines/notify';
import type { DemoStage } from '#shared/demo';
import { words } from './messages.words.ts';

/** A few messages in every state: read, unread, urgent. The other parts' stories tell their own. */
export async function tellStories(stage: DemoStage): Promise<void> {
  notify.nameGroup('notices', words.demoGroup);
}

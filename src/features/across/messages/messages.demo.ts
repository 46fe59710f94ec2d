import { notify } from '#engines/notify';
import type { DemoStage } from '#shared/demo';
import { newId } from '#shared/ids';
import { words } from './messages.words.ts';

const EVERYBODY = ['wang', 'lisen', 'gao', 'clerk', 'hr', 'li', 'rider', 'area', 'street', 'city', 'admin', 'auditor'];

/** A message that was read, one that was not, and a channel whose robot is gone; the other parts' stories tell their own. */
export async function tellStories(stage: DemoStage): Promise<void> {
  notify.nameGroup('notices', words.demoGroup);
  const people = await Promise.all(EVERYBODY.map(async (key) => (await stage.actor(key)).personId));
  await stage.at(stage.ago(20, '09:00'), (tx) => notify.tell(tx, {
    key: 'demo/welcome', kind: 'notices.welcome', word: words.demoWelcomeTitle, body: words.demoWelcomeBody, link: '/', to: people,
  }));
  await stage.at(stage.ago(19, '12:10'), async (tx) => { for (const person of people) await notify.read(tx, person, {}); });
  const union = stage.union('HB');
  await stage.at(stage.ago(1, '16:20'), (tx) => notify.tell(tx, {
    key: `demo/duty/${newId()}`, kind: 'notices.duty', word: words.demoTitle, body: words.demoBody, slots: { union: union.name }, link: '/messages', unionId: union.id, to: people,
  }));
}

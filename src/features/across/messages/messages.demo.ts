import { notify } from '#engines/notify';
import { visibleTo } from '#engines/org';
import type { DemoStage } from '#shared/demo';
import { say } from '#shared/words';
import { words } from './messages.words.ts';

const EVERYBODY = ['wang', 'lisen', 'gao', 'clerk', 'hr', 'li', 'rider', 'area', 'street', 'city', 'admin', 'auditor'];

/** Messages read and unread, a short message that is shown instead of sent, one too late to be sent, a channel that is switched off. */
export async function tellStories(stage: DemoStage): Promise<void> {
  notify.nameGroup('notices', words.demoGroup);
  const people = await Promise.all(EVERYBODY.map(async (key) => (await stage.actor(key)).personId));
  await stage.at(stage.ago(20, '09:00'), (tx) => notify.tell(tx, {
    key: 'demo/welcome', kind: 'notices.welcome', word: words.demoWelcomeTitle, body: words.demoWelcomeBody, link: '/', to: people,
  }));
  await stage.at(stage.ago(19, '12:10'), async (tx) => { for (const person of people) await notify.read(tx, person, {}); });
  const union = stage.union('HB');
  await stage.at(stage.ago(1, '16:20'), (tx) => notify.tell(tx, {
    key: 'demo/duty', kind: 'notices.duty', word: words.demoTitle, body: words.demoBody, slots: { union: union.name }, link: '/messages', unionId: union.id, to: people,
  }));
  const [worker, chair] = [await stage.actor('wang'), await stage.actor('gao')];
  const texted = { kind: 'notices.answered', word: words.demoSmsTitle, body: words.demoSmsBody, slots: { union: union.name }, link: '/letters', unionId: union.id, to: [worker.personId], sms: true };
  await stage.at(stage.ago(6, '10:00'), (tx) => notify.tell(tx, { ...texted, key: 'demo/late' }));
  await stage.at(stage.ago(0, '08:30'), (tx) => notify.tell(tx, { ...texted, key: 'demo/texted' }));
  await stage.at(stage.ago(30, '10:00'), (tx) => notify.addChannel(tx, union.id, {
    name: say(words.demoChannel, 'zh'), kinds: ['notices'], enabled: false, settings: { kind: 'wecom', url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=demonstration' },
  }, visibleTo(chair, 'messages.channels')));
}

import { bind, feature } from '#platform/http';
import { cases } from '#engines/cases';
import { payments } from '#engines/payments';
import { followRevocation } from './follow.service.ts';
import * as honours from './honours.service.ts';
import { api } from './rewards.contract.ts';
import { demo } from './rewards.demo.ts';
import * as rewards from './rewards.service.ts';
import { words } from './rewards.words.ts';

const expense = { code: '503', name: words.expense };
payments.usePurpose({ name: rewards.REWARD, title: words.purposeReward, expense, memberPath: '/suggestions/:id', consolePath: '/suggestions/:id' });
payments.usePurpose({ name: honours.HONOUR, title: words.purposeHonour, expense });
cases.follow('suggestion', followRevocation);

const office = ['suggestionOffice', 'chair', 'viceChair'] as const;

/** INN-2, money: what suggestions earn, month by month and at the year's end. */
export default feature({
  name: 'rewards',
  area: 'innovation',
  title: words.title,
  demo,
  permissions: { 'rewards.read': [...office, 'accountant', 'auditor'], 'rewards.draw': [...office, 'accountant'], 'rewards.honour': office },
  routes: [
    bind(api.schemes, rewards.schemes), bind(api.month, rewards.month), bind(api.items, rewards.items), bind(api.exportItems, rewards.exportItems), bind(api.drawMonth, rewards.drawMonth),
    bind(api.year, honours.year), bind(api.candidates, honours.candidates), bind(api.bestSuggestions, honours.bestSuggestions), bind(api.bestUnit, honours.bestUnit), bind(api.specialists, honours.specialists),
    bind(api.campaignPrize, honours.campaignPrize), bind(api.withdraw, honours.withdraw), bind(api.drawYear, honours.drawYear),
  ],
});

import { areaWords, menuGroupWords } from './areas.words.ts';
import type { IconName } from './icons.tsx';
import type { Area } from './screens.ts';

export { areaWords, menuGroupWords };

/** The sign of each area. */
export const areaIcons: Readonly<Record<Area, IconName>> = {
  organisation: 'tree', services: 'gift', rights: 'law', assistance: 'heart', democracy: 'hall', innovation: 'idea', competitions: 'trophy',
  modelWorkers: 'medal', honours: 'star', news: 'news', resources: 'books', mailbox: 'letter', funds: 'wallet',
};

import type { ConsolePart } from '../../../../../web/kit/screens.ts';

export default { part: 'search', area: 'across', screens: [], find: () => import('./find.tsx') } satisfies ConsolePart;

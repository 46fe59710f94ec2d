import { lazy } from 'react';
import type { ConsolePart } from '../../../../../web/kit/screens.ts';

export default { part: 'worklist', area: 'across', screens: [], first: lazy(() => import('./WorkList.tsx')), keeper: lazy(() => import('./CountKeeper.tsx')) } satisfies ConsolePart;

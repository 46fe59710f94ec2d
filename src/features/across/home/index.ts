import { bind, feature } from '#platform/http';
import { api } from './home.contract.ts';
import * as service from './home.service.ts';
import { words } from './home.words.ts';

/** PLT-1: what waits for me, and my things with where they stand. */
export default feature({ name: 'home', area: 'across', title: words.title, permissions: {}, routes: [bind(api.home, service.home), bind(api.things, service.things)] });

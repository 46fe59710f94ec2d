import { bindAlone, feature } from '#platform/http';
import { api } from './codes.contract.ts';
import * as service from './codes.service.ts';
import { words } from './codes.words.ts';

export { publishCodesOf } from './codes.service.ts';

/** PLT-6: the tables of codes behind interfaces and spreadsheets. */
export default feature({ name: 'codes', area: 'across', title: words.title, permissions: {}, routes: [bindAlone(api.codes, service.codes)] });

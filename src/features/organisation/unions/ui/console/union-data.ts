import type { Output } from '../../../../../web/kit/index.ts';
import type { api } from '../../unions.contract.ts';

/** One union as its page and forms hold it. */
export type UnionData = Output<typeof api.union>;

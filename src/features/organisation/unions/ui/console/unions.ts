import { call, type UnionNode, type UnionSource } from '../../../../../web/kit/index.ts';
import { api } from '../../unions.contract.ts';

type Row = { id: string; name: string; parent: string | null; allUnions: number };
const node = (u: Row): UnionNode => ({ id: u.id, name: u.name, below: Math.max(0, u.allUnions - 1), above: u.parent ? [u.parent] : [] });

/** Fills the union picker of the top bar. */
const source: UnionSource = {
  async one(id) {
    const u = await call(api.union, { id });
    return { id: u.id, name: u.name, below: Math.max(0, u.figures.unions - 1), above: u.ancestors.map((a) => a.name) };
  },
  below: async (id) => (await call(api.branches, { id })).items.map(node),
  find: async (text) => (await call(api.find, { text })).items.map(node),
};

export default source;

/** A union's name without the word for it: `冲压分厂工会` becomes `冲压分厂`; what a constituency or a body made of it is called. */
export const withoutUnion = (union: string, most = 60): string => (union.replace(/(工会(小组)?|Union)$/u, '').trim() || union).slice(0, most);

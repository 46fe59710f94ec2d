/** A row of a roll as a sheet tells it; `class` is empty where the sheet has none. */
export type RollLine = { readonly staffNumber: string; readonly name: string; readonly class: string };

/** How sheets head their columns. */
export const HEADINGS: Readonly<Record<keyof RollLine, RegExp>> = { staffNumber: /^(工号|员工号|职工编号|人员编号|staff ?(number|no\.?))$/i, name: /^(姓名|name)$/i, class: /^(类别|评议类别|投票人类别|class)$/i };

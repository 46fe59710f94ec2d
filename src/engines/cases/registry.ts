import type { Process } from './process.rules.ts';

const known = new Map<string, Process>();

/** Makes a process known, so that sweeps and work lists can speak of its cases; parts do so in their index.ts. */
export function useProcess(p: Process): void {
  const there = known.get(p.name);
  if (there !== undefined && there !== p) throw new Error(`process ${p.name} is declared twice`);
  known.set(p.name, p);
}

/** The process of a stored case. */
export function processNamed(name: string): Process {
  const p = known.get(name);
  if (p === undefined) throw new Error(`no process is called ${name}`);
  return p;
}

/** All processes in the order they were declared. */
export const allProcesses = (): readonly Process[] => [...known.values()];

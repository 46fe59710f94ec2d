import { readdir, readFile } from 'node:fs/promises';
import type { Database } from '#platform/db';

/** Processor seconds of this process so far: what another load on the machine changes least. */
export const processorSeconds = (): number => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };

/** Fields of /proc/PID/stat behind the name in brackets: parent, then processor ticks of the process and of children it waited for. */
async function statOf(pid: string): Promise<{ parent: string; seconds: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return text === '' ? null : { parent: fields[1] ?? '', seconds: [11, 12, 13, 14].reduce((sum, n) => sum + Number(fields[n]), 0) / 100 };
}

/** Processor seconds of the server with all its processes; 0 where the machine does not tell (another host, no /proc). */
export async function serverSeconds(database: Database): Promise<number> {
  const { rows: [own] } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = (await statOf(String(own?.pid)))?.parent;
  if (postmaster === undefined) return 0;
  let seconds = (await statOf(postmaster))?.seconds ?? 0;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const stat = await statOf(pid);
    if (stat?.parent === postmaster) seconds += stat.seconds;
  }
  return seconds;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Order, Pressed } from './press.ts';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export type Server = { readonly port: number; readonly child: ChildProcess };

/** Starts a program and waits for the line that says where it listens. @param order handed to it on standard input */
export async function serve(program: string, env: Record<string, string>, order?: object): Promise<Server> {
  const child = spawn(process.execPath, [here(program)], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'inherit'] });
  if (order) child.stdin?.end(`${JSON.stringify(order)}\n`);
  const port = await new Promise<number>((go, fail) => {
    child.once('exit', () => { fail(new Error(`${program} ended before it listened`)); });
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const found = /^(?:house http:\/\/127\.0\.0\.1:)?(\d+)$/.exec(line)?.[1];
      if (found !== undefined) go(Number(found));
    });
  });
  return { port, child };
}

/** Ends a program, by force when it will not. */
export async function end({ child }: Server): Promise<void> {
  if (child.exitCode !== null) return;
  const over = new Promise((go) => child.once('exit', go));
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  await over;
}

/** Sends a crowd: one POST for each token, over kept connections, as fast as answers come. */
export async function crowd(order: Order): Promise<Pressed> {
  const child = spawn(process.execPath, [here('./press.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(order));
  return JSON.parse(await text(child.stdout)) as Pressed;
}

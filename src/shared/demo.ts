import type { Actor, Tx } from './call.ts';

/** Where the stories of the demonstration are told: each part's `*.demo.ts` gets one of these. */
export type DemoStage = {
  readonly federationId: string;
  /** the day of the first start; stories are dated back from it */
  readonly now: Date;
  /** leaves out what is there for its number only: a story of thousands is told with some dozens (tests that read every row after every call) */
  readonly brief: boolean;
  /** a moment some days ago at a time of day in Shanghai, e.g. `ago(3, '09:40')`; never after `now` */
  ago(days: number, time: string): Date;
  /** one transaction whose clock stands at that moment */
  at<T>(when: Date, run: (tx: Tx) => Promise<T>): Promise<T>;
  /** somebody of the cast, as if signed in at that moment; `key` as in cast.demo.ts */
  actor(key: string): Promise<Actor>;
  /** the union with this organisation code */
  union(code: string): { readonly id: string; readonly path: string; readonly joinCode: string; readonly name: string };
  /** ordinary members of a union in a stable order, as if signed in */
  member(code: string, index: number): Promise<Actor>;
};

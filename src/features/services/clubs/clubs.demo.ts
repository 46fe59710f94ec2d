import type { DemoStage } from '#shared/demo';

/** Written below. */
export async function demo(_stage: DemoStage): Promise<void> {}

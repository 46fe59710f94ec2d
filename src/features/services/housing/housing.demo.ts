import type { DemoStage } from '#shared/demo';
export async function demo(_stage: DemoStage): Promise<void> {}

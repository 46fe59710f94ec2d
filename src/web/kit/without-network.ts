/** From now on the phone app and the scanner open on this device without a network (see member/service-worker.ts). */
export function openWithoutNetwork(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}

/**
 * Opens the phone app without a network. It keeps the app's own files only: answers of the server are never kept here,
 * so nothing personal stays behind on the phone. Built into /service-worker.js with the list of files filled in.
 */
type Fetched = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
declare const __FILES__: readonly string[];
declare const __VERSION__: string;

const SHELF = `niangjia-${__VERSION__}`;
const PAGE = '/';
const PATIENCE_MS = 4000;
/** The scanner at the desk: without a network the phone's stands in for it, with the same list on the same device. */
const DESK_SCANNER = /^\/console(\/offers\/[0-9a-f-]{36}\/scan)$/;

self.addEventListener('install', (event) => {
  const fill = async (): Promise<void> => {
    const shelf = await caches.open(SHELF);
    await shelf.addAll([PAGE, ...__FILES__]);
    await (self as unknown as { skipWaiting(): Promise<void> }).skipWaiting();
  };
  (event as Lasting).waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  const tidy = async (): Promise<void> => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('niangjia-') && name !== SHELF).map((name) => caches.delete(name)));
  };
  (event as Lasting).waitUntil(tidy());
});

async function page(request: Request, instead: () => Promise<Response | undefined>): Promise<Response> {
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE_MS));
  const fresh = fetch(request).catch(() => undefined);
  return (await Promise.race([fresh, late])) ?? (await instead()) ?? (await fresh) ?? Response.error();
}

async function file(request: Request): Promise<Response> {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(SHELF)).put(request, answer.clone());
  return answer;
}

self.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetched;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  const scanner = DESK_SCANNER.exec(address.pathname)?.[1];
  if (scanner && request.mode === 'navigate') return respondWith.call(event, page(request, async () => Response.redirect(scanner)));
  if (address.pathname.startsWith('/api/') || address.pathname.startsWith('/console')) return;
  if (request.mode === 'navigate') respondWith.call(event, page(request, () => caches.match(PAGE)));
  else if (address.pathname.startsWith('/assets/')) respondWith.call(event, file(request));
});

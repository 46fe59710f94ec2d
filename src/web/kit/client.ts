import type { z } from 'zod';
import type { Endpoint } from '#shared/contract';
import { newId } from '#shared/ids';
import { say, type Word } from '#shared/words';
import { words } from './kit.words.ts';
import { locale } from './language.ts';

/** Any declared route; the build keeps only what a client needs of it (method, path, download, upload), no schemas. */
export type AnyEndpoint = Pick<Endpoint, 'method' | 'path' | 'in' | 'out' | 'download' | 'upload' | 'keyed'>;

/** What an endpoint takes, as a screen writes it. */
export type Input<E extends AnyEndpoint> = z.input<E['in']>;

/** What an endpoint answers. */
export type Output<E extends AnyEndpoint> = z.output<E['out']>;

/** One field the server did not accept: its place in the input and one sentence in the person's language. */
export type RefusedField = { readonly path: string; readonly sentence: string };

/**
 * The server said no, or could not be reached. `sentence` is ready to be shown.
 * `status` is 0 when nothing answered (`code` is then `kit.noNetwork`).
 */
export class RefusedByServer extends Error {
  readonly code: string;
  readonly status: number;
  readonly sentence: string;
  readonly fields: readonly RefusedField[];
  readonly data: unknown;

  constructor(status: number, told: { code: string; sentence: string; fields?: readonly RefusedField[]; data?: unknown }) {
    super(told.code);
    this.name = 'RefusedByServer';
    this.code = told.code;
    this.status = status;
    this.sentence = told.sentence;
    this.fields = told.fields ?? [];
    this.data = told.data;
  }
}

const own = (status: number, word: Word): RefusedByServer =>
  new RefusedByServer(status, { code: word.code, sentence: say(word, locale()) });

/** Runs when the server no longer knows the session of a call that needed one; set by the app's shell. */
let signedOut: () => void = () => {};
export const onSignedOut = (run: () => void): void => {
  signedOut = run;
};

/** How a call travels besides its input. */
export type Travel = {
  /** send no cookie: the server cannot know who asks (anonymous letters, follow-up by code) */
  readonly anonymous?: boolean;
  readonly signal?: AbortSignal;
  /** of a `keyed` route: the same for the same request sent again; a new one unless told */
  readonly key?: string;
};

/** The address and body of a call: path names are filled in, the rest goes to the query (GET) or the JSON body. */
export function addressOf(endpoint: AnyEndpoint, input: Readonly<Record<string, unknown>>): { url: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const path = endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (endpoint.method !== 'GET' && !endpoint.upload) return { url: path, rest };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, typeof one === 'object' ? JSON.stringify(one) : String(one));
  }
  const text = query.toString();
  return { url: text ? `${path}?${text}` : path, rest: {} };
}

async function send(url: string, init: RequestInit, anonymous: boolean): Promise<Response> {
  const answer = await fetch(url, {
    ...init,
    credentials: anonymous ? 'omit' : 'same-origin',
    headers: { 'accept-language': locale() === 'zh' ? 'zh-CN' : 'en', ...init.headers },
  }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw own(0, words.noNetwork);
  });
  if (answer.ok) return answer;
  if (answer.status === 401 && !anonymous) signedOut();
  const body = (await answer.json().catch(() => null)) as { error?: ConstructorParameters<typeof RefusedByServer>[1] } | null;
  throw body?.error?.sentence ? new RefusedByServer(answer.status, body.error) : own(answer.status, words.serverTrouble);
}

/**
 * Calls a route of the server.
 * @param endpoint a declared route (`api.write` of a part's contract)
 * @param input path, query and body fields together, as the contract's `in` says
 * @throws RefusedByServer with a sentence to show
 */
export async function call<E extends AnyEndpoint>(endpoint: E, input: Input<E>, travel: Travel = {}): Promise<Output<E>> {
  const { url, rest } = addressOf(endpoint, input as Record<string, unknown>);
  const write = endpoint.method !== 'GET';
  const answer = await send(
    url,
    {
      method: endpoint.method,
      ...(travel.signal ? { signal: travel.signal } : {}),
      ...(write ? { headers: { 'content-type': 'application/json', 'x-niangjia': '1', ...(endpoint.keyed ? { 'idempotency-key': travel.key ?? newId() } : {}) }, body: JSON.stringify(rest) } : {}),
    },
    travel.anonymous ?? false,
  );
  return (answer.status === 204 ? undefined : await answer.json()) as Output<E>;
}

/** Sends one file as it is to a route declared with `upload`; `input` goes to the address. */
export async function sendFile<E extends AnyEndpoint>(endpoint: E, input: Input<E>, file: Blob, travel: Travel = {}): Promise<Output<E>> {
  if (endpoint.upload && file.size > endpoint.upload.maxBytes) throw own(413, words.fileTooLarge);
  const { url } = addressOf({ ...endpoint, upload: endpoint.upload ?? { maxBytes: 0 } }, input as Record<string, unknown>);
  const answer = await send(
    url,
    {
      method: endpoint.method,
      body: file,
      headers: { 'content-type': 'application/octet-stream', 'x-niangjia': '1' },
      ...(travel.signal ? { signal: travel.signal } : {}),
    },
    travel.anonymous ?? false,
  );
  return (await answer.json()) as Output<E>;
}

/** Fetches a file from a route declared with `download` and hands it to the browser under its name. */
export async function saveFile<E extends AnyEndpoint>(endpoint: E, input: Input<E>, name: string): Promise<void> {
  const { url, rest } = addressOf(endpoint, input as Record<string, unknown>);
  const write = endpoint.method !== 'GET';
  const answer = await send(
    url,
    { method: endpoint.method, ...(write ? { body: JSON.stringify(rest), headers: { 'content-type': 'application/json', 'x-niangjia': '1' } } : {}) },
    false,
  );
  const told = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = told ? decodeURIComponent(told) : name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

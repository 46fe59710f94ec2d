/** The screen of the stand-alone verifier of ballots. print-verifier.ts puts it, with what it imports, into one HTML file. */
import { type Ends, type Entry, type Header, paperBytes, placeOf, readEnds, readEntry, type Reason, type Seen, textOf, tokenOf, UNREADABLE } from '../../src/engines/ballot/verify/board-file.ts';
import { BoardCheck, type Check, type Held } from '../../src/engines/ballot/verify/check.ts';
import { ballotCheckWords, sentenceOf } from '../../src/engines/ballot/verify/check.words.ts';
import { type BlindPaper, bytesIn, type DetachedPaper, fromBase64url, idBytes, said, SIZE } from '#shared/ballot-paper';
import { hexOf, sha256, unhex } from '#shared/draw-check';
import { type Locale, localeOf, say, type Slots, type Word } from '#shared/words';
import { pageWords } from './ballot-page.words.ts';

let locale: Locale = localeOf(navigator.language.startsWith('zh') ? 'zh' : 'en');
let file: File | null = null;
let run = 0;

const spoken = (word: Word, slots: Slots = {}): string => say(word, locale, slots);
const part = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const entered = (id: string): string => part<HTMLInputElement>(id).value.replace(/\s/g, '');

function piece(tag: string, text: string, style = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (style) made.className = style;
  return made;
}

function checkRow(found: Check): HTMLElement {
  const row = piece('li', '', found.ok ? 'ok' : 'bad');
  row.append(piece('b', `${found.ok ? '✓' : '✗'} ${spoken(found.ok ? ballotCheckWords.pass : ballotCheckWords.fail)}`), piece('span', spoken(sentenceOf(found), found.facts)));
  return row;
}

type Look = (line: string) => Promise<Seen>;
const EC = { namedCurve: 'P-256' } as const;

/** The half of the content key that opens, held against the half that closed; null when they do not belong together. */
async function openingKey({ header, head }: Ends): Promise<CryptoKey | null> {
  const point = fromBase64url(header.keys.content ?? '');
  const url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const jwk = { kty: 'EC', crv: 'P-256', x: url(point.subarray(1, 33)), y: url(point.subarray(33)), d: head.content ?? '' };
  return crypto.subtle.importKey('jwk', jwk, { name: 'ECDH', ...EC }, false, ['deriveBits']).catch(() => null);
}

async function opened(header: Header, key: CryptoKey, p: BlindPaper | DetachedPaper): Promise<string | null> {
  try {
    const front = p.sealed.slice(0, p.form === 'blind' ? SIZE.sealSalt : SIZE.key);
    const once = p.form === 'blind' ? p.token.slice() : front;
    const bound = p.form === 'blind' ? said.blindOnce(p.token, p.turn) : p.receipt.slice();
    const other = await crypto.subtle.importKey('raw', once, { name: 'ECDH', ...EC }, false, []);
    const shared = await crypto.subtle.importKey('raw', await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, key, 256), 'HKDF', false, ['deriveBits']);
    const salt = said.sealSalt(front, once, fromBase64url(header.keys.content ?? ''));
    const derived = new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: said.seal(idBytes(header.ballot.id)) }, shared, 352));
    const aes = await crypto.subtle.importKey('raw', derived.slice(0, 32), 'AES-GCM', false, ['decrypt']);
    return textOf(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: derived.slice(32), additionalData: bound }, aes, p.sealed.slice(front.length))));
  } catch {
    return null;
  }
}

/** Looks at entries by themselves with the browser's own cryptography. */
async function lookerOf(ends: Ends, key: CryptoKey | null): Promise<Look> {
  const { header } = ends;
  const id = idBytes(header.ballot.id);
  const tokens = new Map<string, CryptoKey>();
  for (const t of header.keys.tokens) tokens.set(t.class, await crypto.subtle.importKey('spki', fromBase64url(t.key), { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify']));
  const fault = async (entry: Entry): Promise<Reason | null> => {
    if (hexOf(sha256(paperBytes(header, entry))) !== entry.hash) return 'hash';
    const [place, p] = [placeOf(header, entry), entry.paper];
    if (place || p.form !== 'blind') return place;
    const signer = tokens.get(p.class);
    if (!signer || !(await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, signer, p.signature.slice(), bytesIn(p.salt, said.token(id, p.class, p.token))))) return 'token';
    const own = await crypto.subtle.importKey('raw', p.token.slice(), { name: 'ECDSA', ...EC }, false, ['verify']).catch(() => null);
    return own && (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, own, p.mark.slice(), said.mark(id, p.turn, p.sealed))) ? null : 'mark';
  };
  const contentOf = async ({ paper: p }: Entry): Promise<string | null> => {
    if (p.form === 'open') return textOf(p.content);
    return key && opened(header, key, p);
  };
  return async (line) => {
    const entry = readEntry(line);
    if (entry === null) return UNREADABLE;
    const bad = await fault(entry);
    return { no: entry.no, hash: entry.hash, chain: entry.chain, class: entry.paper.class, token: tokenOf(entry.paper, hexOf), turn: entry.paper.form === 'blind' ? entry.paper.turn : 1, content: bad ? null : await contentOf(entry), bad };
  };
}

/** Whether the head is signed; a browser that knows no ed25519 leaves that to others. */
async function signed({ header, headText, signature }: Ends): Promise<boolean | null> {
  try {
    const seal = await crypto.subtle.importKey('raw', fromBase64url(header.keys.seal), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', seal, fromBase64url(signature), said.head(headText));
  } catch {
    return null;
  }
}

async function* linesOf(from: File): AsyncGenerator<string[]> {
  const reader = from.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = `${rest}${value ?? ''}`.split('\n');
    rest = done ? '' : (lines.pop() ?? '');
    if (lines.length > 0) yield lines.filter((line) => line !== '');
    if (done) return;
  }
}

async function endsOf(from: File): Promise<Ends | null> {
  let first = '';
  for await (const [line] of linesOf(from)) {
    first = line ?? '';
    break;
  }
  for (let length = 65_536; ; length *= 16) {
    const lines = (await from.slice(Math.max(0, from.size - length)).text()).trimEnd().split('\n');
    if (lines.length > 1 || length >= from.size) return readEnds(first, lines.at(-1) ?? '');
  }
}

/** Finds an entry by what a receipt says: the hash of a paper or its number, in base64url or hexadecimal. */
function ownMark(text: string): string[] {
  if (!/^[\w-]{16,}$/.test(text)) return text === '' ? [] : ['-'];
  return [text.toLowerCase(), ...(text.length % 4 === 1 ? [] : [hexOf(fromBase64url(text))])];
}

async function check(from: File, own: readonly string[], notice: string | null, still: () => boolean): Promise<{ checks: Check[]; place: number } | null> {
  const ends = await endsOf(from);
  if (ends === null) return { checks: [{ check: 'form', ok: false, facts: {} }], place: 0 };
  const key = ends.head.content === null ? null : await openingKey(ends);
  const [look, board, signature] = [await lookerOf(ends, key), new BoardCheck(ends, { hash: sha256, hex: hexOf, unhex }), await signed(ends)];
  let [at, place] = [0, 0];
  const all = ends.head.entries;
  for await (const lines of linesOf(from)) {
    for (let begin = 0; begin < lines.length; begin += 200) {
      const some = lines.slice(begin, begin + 200).filter((_, i) => at + i > 0 && at + i <= all + 1);
      const last = some.at(-1)?.startsWith('{"head"') ? some.pop() : undefined;
      at += Math.min(200, lines.length - begin);
      for (const seen of await Promise.all(some.map(look))) {
        board.take(seen);
        if (own.includes(seen.hash) || own.includes(seen.token)) place = seen.no;
      }
      if (!still()) return null;
      if (last === undefined) part('result').replaceChildren(piece('p', spoken(pageWords.busy, { done: Math.min(at, all), all }), 'note'));
    }
  }
  const held: Held = { signature: signature ?? true, keys: ends.head.content === null ? ends.header.keys.content === null : key !== null };
  return { checks: board.end(held, notice).filter((c) => c.check !== 'signature' || signature !== null), place };
}

async function show(): Promise<void> {
  run += 1;
  const [result, mine] = [part('result'), run];
  if (file === null) return result.replaceChildren();
  if (globalThis.crypto?.subtle === undefined) return result.replaceChildren(piece('p', spoken(pageWords.noCrypto), 'sum bad'));
  const [own, notice] = [ownMark(entered('own')), entered('posted')];
  const found = await check(file, own, notice === '' ? null : notice, () => mine === run);
  if (found === null) return;
  const bad = found.checks.filter(({ ok }) => !ok).length;
  const list = piece('ul', '');
  list.append(...found.checks.map(checkRow));
  const all = Number(found.checks.find((c) => c.check === 'entries')?.facts['entries'] ?? 0);
  const place = own.length === 0 ? [] : [found.place > 0 ? piece('p', spoken(pageWords.ownPlace, { no: found.place, all }), 'own') : piece('p', spoken(pageWords.ownMissing), 'bad')];
  result.replaceChildren(piece('p', spoken(bad === 0 ? ballotCheckWords.allOk : ballotCheckWords.someBad, { count: bad }), bad === 0 ? 'sum ok' : 'sum bad'), ...place, list);
}

function speak(): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  document.title = spoken(pageWords.title);
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) place.textContent = spoken(pageWords[place.dataset['word'] as keyof typeof pageWords]);
  void show();
}

async function take(given: File | undefined): Promise<void> {
  if (!given) return;
  file = given;
  part('name').textContent = given.name;
  await show();
}

part('language').addEventListener('click', () => { locale = locale === 'zh' ? 'en' : 'zh'; speak(); });
part<HTMLInputElement>('file').addEventListener('change', (event) => void take((event.target as HTMLInputElement).files?.[0]));
for (const id of ['posted', 'own']) part(id).addEventListener('change', () => void show());
document.addEventListener('dragover', (event) => { event.preventDefault(); });
document.addEventListener('drop', (event) => { event.preventDefault(); void take(event.dataTransfer?.files[0]); });
speak();

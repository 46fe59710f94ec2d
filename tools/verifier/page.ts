/** The screen of the stand-alone verifier. print-verifier.ts puts it, with what it imports, into one HTML file. */
import { lineIn } from '#shared/both-languages';
import { type Check, checkDraw, checkEntry } from '#shared/draw-check';
import { asDraw, type DrawFile } from '#shared/draw-shape';
import { drawCheckWords, sentenceOf } from '#shared/draw-check.words';
import { type Locale, localeOf, say, type Slots, type Word } from '#shared/words';
import { pageWords } from './page.words.ts';

/** So that the printer knows this file. */
export type VerifierPage = 'niangjia-draw-verifier/1';

let locale: Locale = localeOf(navigator.language.startsWith('zh') ? 'zh' : 'en');
let fileText = '';

const spoken = (word: Word, slots: Slots = {}): string => say(word, locale, slots);
const part = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

function piece(tag: string, text: string, style = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (style) made.className = style;
  return made;
}

function checkRow(found: Check): HTMLElement {
  const row = piece('li', '', found.ok ? 'ok' : 'bad');
  row.append(piece('b', `${found.ok ? '✓' : '✗'} ${spoken(found.ok ? drawCheckWords.pass : drawCheckWords.fail)}`), piece('span', spoken(sentenceOf(found), found.facts)));
  return row;
}

function winnersTable(d: DrawFile): HTMLElement {
  const table = piece('table', '');
  const row = (tag: 'th' | 'td', ...cells: string[]): HTMLElement => {
    const made = piece('tr', '');
    made.append(...cells.map((cell) => piece(tag, cell)));
    return made;
  };
  table.append(row('th', spoken(pageWords.rank), spoken(pageWords.prize), spoken(pageWords.name)));
  for (const w of d.winners.slice(0, 5_000)) table.append(row('td', String(w.rank), d.rules.prizes[w.prize - 1]?.name ?? '', w.name));
  return table;
}

function ownPlace(d: DrawFile, token: string): HTMLElement {
  const rank = d.order.indexOf(token) + 1;
  if (rank === 0) return piece('p', spoken(pageWords.ownMissing), 'bad');
  const won = d.winners.find((w) => w.rank === rank);
  const what = won ? spoken(pageWords.ownPrize, { prize: d.rules.prizes[won.prize - 1]?.name ?? '' }) : spoken(pageWords.ownWaiting, { place: rank - d.winners.length });
  return piece('p', `${spoken(pageWords.ownPlace, { rank, all: d.order.length })} ${what}`, 'own');
}

function drawShown(d: DrawFile): HTMLElement[] {
  const token = part<HTMLInputElement>('own').value.replace(/\s/g, '').toLowerCase();
  const { replaces, terms } = d.rules;
  return [
    ...(token === '' ? [] : [ownPlace(d, token)]),
    ...(replaces === null ? [] : [piece('p', spoken(pageWords.earlier, { reason: replaces.reason }), 'note')]),
    ...(d.source.kind === 'drand' ? [piece('p', spoken(pageWords.drand, { round: d.source.round, signature: d.source.signature }), 'note')] : []),
    piece('h2', spoken(pageWords.winners)), winnersTable(d),
    piece('h2', spoken(pageWords.terms)), piece('p', [d.rules.who, d.rules.tickets, ...terms].filter((line) => line !== '').map((line) => lineIn(line, locale)).join('\n'), 'lines'),
  ];
}

async function show(): Promise<void> {
  const result = part('result');
  if (fileText === '') return result.replaceChildren();
  const posted = part<HTMLInputElement>('posted').value.replace(/\s/g, '');
  let value: unknown = null;
  try {
    value = JSON.parse(fileText);
  } catch {
    // checkDraw says that it is no such file.
  }
  if ((value as { format?: unknown } | null)?.format === 'niangjia-draw-entry/1') {
    const hash = checkEntry(fileText);
    const fits = hash !== null && (posted === '' || posted.toLowerCase() === hash);
    return result.replaceChildren(piece('p', spoken(fits ? pageWords.entryOk : pageWords.entryBad, { hash: hash ?? '' }), fits ? 'sum ok' : 'sum bad'));
  }
  const checks = await checkDraw(fileText, posted === '' ? null : posted);
  const bad = checks.filter(({ ok }) => !ok).length;
  const list = piece('ul', '');
  list.append(...checks.map(checkRow));
  const d = asDraw(value);
  result.replaceChildren(piece('p', spoken(bad === 0 ? drawCheckWords.allOk : drawCheckWords.someBad, { count: bad }), bad === 0 ? 'sum ok' : 'sum bad'), list, ...(d ? [piece('h1', d.rules.title), ...drawShown(d)] : []));
}

function speak(): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  document.title = spoken(pageWords.title);
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) place.textContent = spoken(pageWords[place.dataset['word'] as keyof typeof pageWords]);
  void show();
}

async function take(file: File | undefined): Promise<void> {
  if (!file) return;
  fileText = await file.text();
  part('name').textContent = file.name;
  await show();
}

part('language').addEventListener('click', () => { locale = locale === 'zh' ? 'en' : 'zh'; speak(); });
part<HTMLInputElement>('file').addEventListener('change', (event) => void take((event.target as HTMLInputElement).files?.[0]));
for (const id of ['posted', 'own']) part(id).addEventListener('input', () => void show());
document.addEventListener('dragover', (event) => { event.preventDefault(); });
document.addEventListener('drop', (event) => { event.preventDefault(); void take(event.dataTransfer?.files[0]); });
speak();

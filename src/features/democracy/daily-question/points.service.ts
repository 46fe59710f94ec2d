import type { Tx } from '#shared/call';
import { legalDateOf } from '#shared/dates';
import { say } from '#shared/words';
import { type ChartAccount, ledger, type Posting } from '#engines/ledger';
import { rulebook } from '#engines/rulebook';
import { sumKeys } from './answers.sql.ts';
import { PER_POINT, pointsFor, type Worth } from './daily-question.rules.ts';
import type { Board } from './daily-question.sql.ts';
import { words } from './daily-question.words.ts';

const PURPOSE = 'dailyQuestion';
const SYSTEM = { system: PURPOSE };
const CHART: readonly ChartAccount[] = [
  { code: '1', name: words.accountWallets, kind: 'asset', heading: true },
  { code: '4', name: words.accountIssued, kind: 'income' },
];
const KEYS = ['dailyQuestion.points.answered', 'dailyQuestion.points.right', 'dailyQuestion.points.streak', 'dailyQuestion.streak.everyDays'] as const;

/** The key under which the answer of a day brings points once. */
const keyOf = (unionId: string, day: string, personId: string): string => `daily/${unionId}/${day}/${personId}`;

/** What answers of a board bring on the day of the call; nothing before the day from which it gives points. */
export async function worthOf(tx: Tx, board: Board): Promise<Worth | null> {
  if (board.pointsFrom === null || board.pointsFrom > legalDateOf(tx.now)) return null;
  const { values } = await rulebook.look(tx, { unionId: board.unionId }, [...KEYS]);
  return { answered: values['dailyQuestion.points.answered'], right: values['dailyQuestion.points.right'], streak: values['dailyQuestion.points.streak'], everyDays: values['dailyQuestion.streak.everyDays'] };
}

/** Opens the book with the board, so that those who answer first do not all wait for it. */
export async function openBook(tx: Tx, board: Pick<Board, 'unionId' | 'pointsFrom'>): Promise<void> {
  if (board.pointsFrom === null || (await ledger.findBook(tx, board.unionId, PURPOSE))) return;
  await ledger.openBook(tx, SYSTEM, { unionId: board.unionId, purpose: PURPOSE, commodity: 'points', begins: legalDateOf(tx.now).slice(0, 7), chart: CHART });
}

export type Earned = { readonly personId: string; readonly unitId: string; readonly correct: boolean; readonly streak: number };
/** Credits answers of today; asked again it credits nothing twice. */
export async function credit(tx: Tx, board: Board, list: readonly Earned[]): Promise<void> {
  const [worth, book] = [await worthOf(tx, board), await ledger.findBook(tx, board.unionId, PURPOSE)];
  if (worth === null || !book || list.length === 0) return;
  const day = legalDateOf(tx.now);
  const issued = (await ledger.accountNumbers(tx, book.id, ['4'])).get('4') ?? 0;
  const wallets = await ledger.openFor(tx, SYSTEM, book.id, { heading: '1', kind: 'person', subjectIds: list.map((x) => x.personId), floored: true });
  const batch = list.flatMap((x): Posting[] => {
    const earned = pointsFor(x.correct, x.streak, worth);
    const to = wallets.get(x.personId) ?? 0;
    const moves = [['answer', earned.answer] as const, ['streak', earned.streak] as const].flatMap(([occasion, n]) => (n === 0 ? [] : [{ from: issued, to, amount: BigInt(n * PER_POINT), tags: { occasion, unit: x.unitId, year: day.slice(0, 4) } }]));
    return moves.length === 0 ? [] : [{ bookId: book.id, key: keyOf(board.unionId, day, x.personId), on: day, summary: say(words.summaryAnswer, 'zh', { day }), document: { kind: 'dailyAnswer', id: `${day}/${x.personId}` }, moves }];
  });
  if (batch.length > 0) await ledger.post(tx, { madeBy: null }, batch);
}

/** Points that these days brought a person, in whole points, by day. */
export async function pointsOn(tx: Tx, unionId: string, personId: string, days: readonly string[]): Promise<Map<string, number>> {
  const book = await ledger.findBook(tx, unionId, PURPOSE);
  if (!book || days.length === 0) return new Map();
  const found = await sumKeys(tx, book.id, days.map((day) => keyOf(unionId, day, personId)));
  return new Map(days.map((day) => [day, (found.get(keyOf(unionId, day, personId)) ?? 0) / PER_POINT]));
}

/** What a person has from the daily question, in whole points. */
export async function balanceOf(tx: Tx, unionId: string, personId: string): Promise<number> {
  const book = await ledger.findBook(tx, unionId, PURPOSE);
  const no = book ? (await ledger.findFor(tx, book.id, { heading: '1', subjectIds: [personId] })).get(personId) : undefined;
  if (!book || no === undefined) return 0;
  const [wallet] = await ledger.balances(tx, book.id, { accounts: [no] });
  return Number(wallet?.balance ?? 0n) / PER_POINT;
}

/** Minutes for which a code on a phone is taken, counted from when it was made; the phone asks for a new one before. */
export const PASS_MINUTES = 3;

export const minuteOf = (now: Date): number => Math.floor(now.getTime() / 60_000);

/** The text of a pass: what it is for, when it was made, and a mac over both. */
export const passText = (id: string, minute: number, mac: string): string => `NJP1.${id.replaceAll('-', '')}.${minute.toString(36)}.${mac}`;

/** What a pass says; null when this is no pass. Whether its mac is right is not looked at. */
export function readPass(text: string): { id: string; minute: number; mac: string } | null {
  const [, hex, minute, mac] = /^NJP1\.([0-9a-f]{32})\.([0-9a-z]{1,8})\.([\w-]{22})$/.exec(text) ?? [];
  if (hex === undefined || minute === undefined || mac === undefined) return null;
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), minute: Number.parseInt(minute, 36), mac };
}

/** A short code as it is typed: digits only, eight of them; null otherwise. */
export function readShortCode(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? digits : null;
}

import { hash } from 'node:crypto';

/** The text in a claim's QR code: which claim, and a mac that only this house can make. It does not run out: it may be printed. */
export const codeText = (claimId: string, mac: string): string => `NJC1.${claimId.replaceAll('-', '')}.${mac}`;

/** What is typed where no camera is: the order number and four digits of the mac, `128-4471`. */
export function shortCode(no: number, mac: string): string {
  const digits = hash('sha256', mac, 'buffer').readUInt32BE(0) % 10_000;
  return `${no}-${String(digits).padStart(4, '0')}`;
}

/** What a scanned or typed text says; null when it is no code of ours. Whether the mac is right is not looked at. */
export function readCode(text: string): { readonly id: string; readonly mac: string } | { readonly no: number; readonly short: string } | null {
  const tidy = text.normalize('NFKC').trim();
  const [, hex, mac] = /^NJC1\.([0-9a-f]{32})\.([\w-]{22})$/.exec(tidy) ?? [];
  if (hex !== undefined && mac !== undefined) return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), mac };
  const [, no, digits] = /^(\d{1,8})\s*[-—–－ ]\s*(\d{4})$/.exec(tidy) ?? [];
  return no === undefined || digits === undefined ? null : { no: Number(no), short: `${Number(no)}-${digits}` };
}

/** What a scanner without a network compares a code with: the first 16 bytes of its hash, hexadecimal. Codes cannot be made from it. */
export const codeHash = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

import { secrets } from '#platform/secrets';

const macOf = (federationId: string, pickupId: string, codeNo: number): Buffer => secrets.lookup('summerCare/pickup', `${federationId}/${pickupId}/${codeNo}`);
const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** What a pick-up person shows: as a QR, and eight digits to be read out. A code that was lost is made invalid by the next number. */
export function pickupCodes(federationId: string, p: { readonly id: string; readonly codeNo: number }): { readonly code: string; readonly short: string } {
  const mac = macOf(federationId, p.id, p.codeNo);
  return { code: `NJP1.${p.id.replaceAll('-', '')}.${mac.subarray(0, 16).toString('base64url')}`, short: String(mac.readUInt32BE(16) % 100_000_000).padStart(8, '0') };
}

/** The one whose code this is, by QR or by digits; digits that two people share belong to nobody. */
export function findByCode<P extends { readonly id: string; readonly codeNo: number }>(federationId: string, list: readonly P[], text: string): P | null {
  const given = tidy(text);
  const found = list.filter((p) => { const c = pickupCodes(federationId, p); return c.code === given || c.short === given; });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether this looks like the code of a pick-up person, whoever it is. */
export const isPickupCode = (text: string): boolean => /^(NJP1\..+|\d{8})$/.test(tidy(text));

/** Text as a scanner may bring it. */
export const tidyCode = tidy;

/** The look-up of a child: the same child gives the same key, and nothing leads back from it. */
export const childKey = (federationId: string, c: { readonly name: string; readonly birth: string; readonly sex: string }): Buffer =>
  secrets.lookup('summerCare/child', `${federationId}/${c.name.normalize('NFKC').replace(/[\s·•]+/g, '')}/${c.birth}/${c.sex}`);

/** `138****5678`; short numbers keep only their last two figures. */
export const maskPhone = (phone: string): string =>
  phone.length >= 10 ? `${phone.slice(0, phone.length - 8)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;

/** `w***@example.cn` */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`;
}

/** The host and the first step of an address, never its query or the rest of its path: that is where keys stand. */
export function maskUrl(url: string): string {
  if (!URL.canParse(url)) return '***';
  const { host } = new URL(url);
  return `${host}/…`;
}

/** A secret as a screen shows it: that there is one, and its last two characters when it is long. */
export const maskSecret = (secret: string): string => (secret === '' ? '' : `••••${secret.length >= 12 ? secret.slice(-2) : ''}`);

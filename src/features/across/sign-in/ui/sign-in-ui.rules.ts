/** Only ways inside the same app are followed after signing in, never an address of somebody else. */
export const safeNext = (wanted: string | null): string => (wanted && /^\/(?![/\\])/.test(wanted) ? wanted : '/');

/** Whether a login name can be a phone number; anything else is a staff number and needs the union's code. */
export const looksLikePhone = (name: string): boolean => /^\+?\d[\d\s-]{9,}$/.test(name.trim());

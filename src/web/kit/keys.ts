/** A key for a thing on the screen; unique in this page only, never sent to the server. */
let last = 0;
export const newKey = (): string => `k${++last}`;

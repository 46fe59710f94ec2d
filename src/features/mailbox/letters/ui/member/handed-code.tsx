let code: string | undefined;

/** Hands the follow-up code from the page that showed it once to the page that asks for it: in memory only, taken once. */
export const handOver = (shown: string): void => {
  code = shown;
};

/** The code that was handed over, if any; it is forgotten here. */
export const takeHanded = (): string | undefined => {
  const taken = code;
  code = undefined;
  return taken;
};

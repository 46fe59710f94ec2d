let poke: (() => void) | null = null;

/** The sending loop of this process wants to be woken; null when it ends. */
export function onWake(run: (() => void) | null): void {
  poke = run;
}

/** Something was committed: the loop of this process looks at once. Other processes look within two seconds. */
export function wake(): void {
  poke?.();
}

/** Minutes after midnight of `14:30`. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** `14:30` of minutes after midnight. */
export const clockOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** When a place begins, in whole minutes after midnight: the hours are shared out evenly. Places count from 1. */
export const seatStart = (d: { fromMinute: number; toMinute: number; slots: number }, seat: number): number =>
  d.fromMinute + Math.floor(((seat - 1) * (d.toMinute - d.fromMinute)) / d.slots);

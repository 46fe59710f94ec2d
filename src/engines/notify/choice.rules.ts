/** At once, once a day, or never. */
export type Mode = 'now' | 'digest' | 'off';
export type Choice = { readonly group: string; readonly channel: 'email' | 'sms'; readonly mode: Mode };

/** What holds for a person, a group and a way; the choice for `*` stands in where none was made. */
export function modeOf(choices: readonly Choice[], group: string, channel: 'email' | 'sms'): Mode {
  const own = choices.find((c) => c.channel === channel && c.group === group) ?? choices.find((c) => c.channel === channel && c.group === '*');
  return own?.mode ?? 'now';
}

/** Something with a beginning and an end as calendars read it (RFC 5545). */
export type CalendarEvent = {
  readonly uid: string; readonly title: string; readonly about: string; readonly place: string; readonly url: string; readonly organiser: string;
  readonly startsAt: Date; readonly endsAt: Date; readonly stampedAt: Date; readonly cancelled: boolean; /** counts changes */ readonly sequence: number;
};

const ZONE = 'Asia/Shanghai';
const ZONE_MS = 8 * 3_600_000;
const OCTETS = 75;
const utf8 = new TextEncoder();

/** TEXT of RFC 5545 §3.3.11: backslash, semicolon and comma are escaped, line breaks become `\n`, other control characters go. */
export const escapeText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n').replace(/[\p{Cc}\u007f]/gu, '');

/** A line of at most 75 octets, continued on lines that begin with a blank (§3.1); no character is cut in two. */
export function fold(line: string): string {
  const out: string[] = [];
  let now = '';
  let octets = 0;
  for (const c of line) {
    const size = utf8.encode(c).length;
    if (octets + size > OCTETS) {
      out.push(now);
      now = ' ';
      octets = 1;
    }
    now += c;
    octets += size;
  }
  return [...out, now].join('\r\n');
}

const compact = (iso: string): string => iso.slice(0, 19).replace(/[-:]/g, '');
/** A moment in UTC: `20261121T040000Z`. */
export const utc = (at: Date): string => `${compact(at.toISOString())}Z`;
/** The same on the clocks of China: `20261121T120000`. */
export const local = (at: Date): string => compact(new Date(at.getTime() + ZONE_MS).toISOString());

/** Chinese clocks stand at +08:00 all year; the zone is told so that calendars without a list of zones know it. */
const TIMEZONE = ['BEGIN:VTIMEZONE', `TZID:${ZONE}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0800', 'TZOFFSETTO:+0800', 'TZNAME:CST', 'END:STANDARD', 'END:VTIMEZONE'];
const alarm = (trigger: string, title: string): string[] => ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(title)}`, `TRIGGER:${trigger}`, 'END:VALARM'];

/** A calendar file with one event: its zone, reminders a day and two hours before, and cancelled when it is. Lines end in CR LF. */
export function calendarOf(e: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Niangjia//ZH', 'CALSCALE:GREGORIAN', `METHOD:${e.cancelled ? 'CANCEL' : 'PUBLISH'}`, ...TIMEZONE,
    'BEGIN:VEVENT', `UID:${e.uid}`, `DTSTAMP:${utc(e.stampedAt)}`, `SEQUENCE:${e.sequence}`, `DTSTART;TZID=${ZONE}:${local(e.startsAt)}`, `DTEND;TZID=${ZONE}:${local(e.endsAt)}`,
    `SUMMARY:${escapeText(e.title)}`, `LOCATION:${escapeText(e.place)}`, `DESCRIPTION:${escapeText([e.organiser, e.about].filter(Boolean).join('\n'))}`, `URL:${e.url}`, `STATUS:${e.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(e.cancelled ? [] : [...alarm('-P1D', e.title), ...alarm('-PT2H', e.title)]), 'END:VEVENT', 'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

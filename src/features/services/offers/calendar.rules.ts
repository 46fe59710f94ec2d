/** What a calendar keeps of a place. */
export type CalendarEntry = { readonly id: string; readonly title: string; readonly text: string; readonly place: string; readonly from: Date; readonly to: Date; readonly madeAt: Date };

const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** A line of at most 75 bytes, continued on lines that begin with a space; characters stay whole. */
function folded(line: string): string {
  let [out, bytes] = ['', 0];
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > 75) [out, bytes] = [`${out}\r\n `, 1];
    out += letter;
    bytes += size;
  }
  return out;
}

/** One entry as a calendar file (RFC 5545), with a reminder an hour before. */
export function calendarFile(e: CalendarEntry): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Niangjia//Places//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'BEGIN:VEVENT', `UID:${e.id}@niangjia`, `DTSTAMP:${stamp(e.madeAt)}`, `DTSTART:${stamp(e.from)}`, `DTEND:${stamp(e.to)}`,
    `SUMMARY:${escaped(e.title)}`, ...(e.place === '' ? [] : [`LOCATION:${escaped(e.place)}`]), `DESCRIPTION:${escaped(e.text)}`, 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT1H', `DESCRIPTION:${escaped(e.title)}`, 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

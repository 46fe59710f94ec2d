/** One event of the stream: lines `event:`, `data:`, `id:`; lines that begin with a colon only keep the line open. */
export function readEvent(block: string): { event: string; data: string; id: string } {
  const read = { event: 'message', data: '', id: '' };
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^(event|data|id):\s?(.*)$/.exec(line) ?? [];
    if (name === 'data') read.data += read.data ? `\n${value}` : value;
    else if (name === 'event' || name === 'id') read[name] = value;
  }
  return read;
}

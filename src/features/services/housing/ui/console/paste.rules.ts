/** A flat as it is typed: area in square metres, rent in yuan. */
export type TypedFlat = { readonly estate: string; readonly label: string; readonly rooms: number; readonly area: number; readonly rent: number; readonly out?: string };

const number = (text: string | undefined): number => Number((text ?? '').replace(/[^\d.]/g, '') || Number.NaN);

/** Reads flats from lines of a sheet: estate, flat, rooms, area, rent, by tabs or commas. @returns them, and the numbers of lines that cannot be read */
export function readFlats(text: string): { readonly flats: TypedFlat[]; readonly bad: number[] } {
  const flats: TypedFlat[] = [];
  const bad: number[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const cells = line.split(/\t|,|，/).map((c) => c.trim());
    const [estate = '', label = ''] = cells;
    const [rooms, area, rent] = [number(cells[2]), number(cells[3]), number(cells[4])];
    if (estate === '' || label === '' || !(rooms >= 1 && rooms <= 9) || !(area >= 1 && area <= 1000) || !(rent >= 0 && rent <= 1_000_000)) bad.push(i + 1);
    else flats.push({ estate, label, rooms, area, rent, out: '' });
  }
  return { flats, bad };
}

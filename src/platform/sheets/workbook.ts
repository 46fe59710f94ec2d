import { Refused } from '#shared/errors';
import type { Archive } from './archive.ts';
import { damaged } from './archive.ts';
import type { SheetLimits } from './limits.ts';
import type { NumberLook } from './number-format.ts';
import { lookOf } from './number-format.ts';
import { words } from './sheets.words.ts';
import { readWholeXml } from './xml.ts';

/** The index of a workbook: which sheets there are and where their parts lie. */
export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly visible: boolean; readonly part: string }[];
  readonly from1904: boolean;
  readonly strings: string | null;
  readonly styles: string | null;
};

type Relation = { readonly type: string; readonly target: string };

/** Sheets a workbook may have; more is no person's work. */
const MOST_SHEETS = 1_000;
/** Cell formats a workbook may have (the programs' own bound is 65,490). */
const MOST_FORMATS = 70_000;

const nothing = (): void => {};
const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Reads the workbook's index, wherever the package says it is. */
export async function readWorkbook(archive: Archive, limits: SheetLimits): Promise<Workbook> {
  const part = await workbookPart(archive, limits);
  const relations = await readRelations(archive, part, limits);
  const found: { name: string; visible: boolean; relation: string }[] = [];
  let from1904 = false;
  await readWholeXml(
    archive.open(part),
    {
      open(name, attributes) {
        if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
        if (name !== 'sheet') return;
        if (found.length >= MOST_SHEETS) throw damaged();
        found.push({
          name: attributes.name ?? '',
          visible: attributes.state === undefined || attributes.state === 'visible',
          relation: Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '',
        });
      },
      text: nothing,
      close: nothing,
    },
    limits,
  );
  const target = (ending: string): string | null =>
    [...relations.values()].find((r) => r.type.endsWith(ending) && archive.has(r.target))?.target ?? null;
  return {
    sheets: found.flatMap(({ name, visible, relation }) => {
      const to = relations.get(relation);
      return to?.type.endsWith('/worksheet') && archive.has(to.target) ? [{ name, visible, part: to.target }] : [];
    }),
    from1904,
    strings: target('/sharedStrings'),
    styles: target('/styles'),
  };
}

async function workbookPart(archive: Archive, limits: SheetLimits): Promise<string> {
  if (!archive.has('_rels/.rels')) throw new Refused(words.otherFormat, { status: 400 });
  for (const { type, target } of (await readRelations(archive, '', limits)).values()) {
    if (!type.endsWith('/officeDocument')) continue;
    if (!archive.has(target)) throw damaged();
    if (!target.toLowerCase().endsWith('.xml') || target.toLowerCase().startsWith('word/') || target.toLowerCase().startsWith('ppt/')) {
      throw new Refused(words.otherFormat, { status: 400 });
    }
    return target;
  }
  throw new Refused(words.otherFormat, { status: 400 });
}

/** The relations of a part (`''` is the package itself), targets as part names. Targets outside the file are left out. */
async function readRelations(archive: Archive, part: string, limits: SheetLimits): Promise<Map<string, Relation>> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const where = `${folder}_rels/${part.slice(cut)}.rels`;
  const relations = new Map<string, Relation>();
  if (!archive.has(where)) return relations;
  await readWholeXml(
    archive.open(where),
    {
      open(name, { Id, Type, Target, TargetMode }) {
        if (name !== 'Relationship' || Id === undefined || Type === undefined || Target === undefined) return;
        if (TargetMode === 'External') return;
        if (relations.size >= limits.entries) throw damaged();
        relations.set(Id, { type: Type, target: resolvePart(folder, Target) });
      },
      text: nothing,
      close: nothing,
    },
    limits,
  );
  return relations;
}

/** A target as a part name: absolute ones start at the package, others beside the part; `..` climbs, never above the root. */
function resolvePart(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** The looks of a workbook's cell formats, by the number cells give in `s`. */
export async function readLooks(archive: Archive, part: string, limits: SheetLimits): Promise<readonly NumberLook[]> {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCellFormats = false;
  await readWholeXml(
    archive.open(part),
    {
      open(name, { numFmtId, formatCode }) {
        if (name === 'cellXfs') inCellFormats = true;
        else if (name === 'numFmt' && numFmtId !== undefined && formatCode !== undefined) codes.set(Number(numFmtId), formatCode);
        else if (name === 'xf' && inCellFormats) {
          const id = Number(numFmtId ?? 0);
          looks.push(lookOf(id, codes.get(id)));
        }
        if (looks.length > MOST_FORMATS || codes.size > MOST_FORMATS) throw damaged();
      },
      text: nothing,
      close(name) {
        if (name === 'cellXfs') inCellFormats = false;
      },
    },
    limits,
  );
  return looks;
}

/** The sheet to read: the named one (hidden or not), else the first visible one. */
export function chooseSheet(workbook: Workbook, name: string | undefined): string {
  if (name === undefined) {
    const first = workbook.sheets.find((sheet) => sheet.visible);
    if (!first) throw new Refused(words.noSheet, { status: 400 });
    return first.part;
  }
  const named = workbook.sheets.find((sheet) => sheet.name === name);
  if (named) return named.part;
  const names = workbook.sheets.slice(0, 10).map((sheet) => sheet.name.slice(0, 31));
  throw new Refused(words.sheetNotFound, { status: 400, slots: { name: name.slice(0, 31), names: names.join(' / ') } });
}

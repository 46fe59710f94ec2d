import { zipSync } from 'fflate';

/** Parts of a workbook made by hand, so that tests can say exactly what stands in the file. */
export type Parts = {
  /** inside `<sheetData>` */
  readonly rows?: string;
  /** the whole worksheet part, instead of `rows` */
  readonly sheet?: string;
  /** `<si>` elements */
  readonly strings?: string;
  /** inside `<styleSheet>` */
  readonly styles?: string;
  /** inside `<workbook>`, before the sheets */
  readonly workbook?: string;
  /** `<sheet>` elements; one visible sheet unless told */
  readonly sheets?: string;
  /** further parts, or other content for the usual ones */
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
  /** with the list of content types that spreadsheet programs insist on and our reader does not need */
  readonly contentTypes?: boolean;
  /** packing level, 0 to leave the parts readable */
  readonly level?: 0 | 1 | 6 | 9;
};

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = (inside: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;

/** The bytes of an .xlsx made of these parts. */
export function workbookOf(parts: Parts): Uint8Array {
  const files: Record<string, string | Uint8Array> = {
    '_rels/.rels': relations(`<Relationship Id="a" Type="${REL}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${REL}">${parts.workbook ?? ''}<sheets>${parts.sheets ?? '<sheet name="One" sheetId="1" r:id="s1"/>'}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      `<Relationship Id="s1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${REL}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="t" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="l" Type="${REL}/styles" Target="styles.xml"/>`,
    ),
    'xl/worksheets/sheet1.xml': parts.sheet ?? `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${parts.rows ?? ''}</sheetData></worksheet>`,
  };
  if (parts.strings !== undefined) files['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${parts.strings}</sst>`;
  if (parts.styles !== undefined) files['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${parts.styles}</styleSheet>`;
  Object.assign(files, parts.more);
  if (parts.contentTypes) files['[Content_Types].xml'] = contentTypes(Object.keys(files));
  const packed: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(files)) packed[name] = typeof content === 'string' ? Buffer.from(content) : content;
  return zipSync(packed, { level: parts.level ?? 6, mtime: new Date(1980, 0, 1) });
}

function contentTypes(names: readonly string[]): string {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const kinds = [['xl/workbook', 'sheet.main'], ['xl/worksheets/', 'worksheet'], ['xl/styles', 'styles'], ['xl/sharedStrings', 'sharedStrings']] as const;
  const overrides = names.flatMap((name) => {
    const kind = name.endsWith('.rels') ? undefined : kinds.find(([start]) => name.startsWith(start))?.[1];
    return kind ? [`<Override PartName="/${name}" ContentType="${main}.${kind}+xml"/>`] : [];
  });
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
}

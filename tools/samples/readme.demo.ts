import { COMPANY, faultLabels, PLANTED, UNITS, UNKNOWN_UNITS } from './roster.demo.ts';

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

const rowsOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([fault, count]) => `| \`${fault}\` | ${faultLabels[fault as keyof typeof faultLabels]} | ${count} |`)
    .join('\n');

/** The README of the samples, from the numbers they were made with. */
export function readme(rows: number): string {
  const refused = sum(PLANTED.refused);
  return `# 样例花名册 · Sample rosters

由 \`npm run tool -- tools/make-samples.ts\` 生成，每次结果相同；人员、单位、号码均为虚构。
Made by \`npm run tool -- tools/make-samples.ts\`, the same bytes each time; people, company and numbers are invented.

| file | people | after import |
|---|---|---|
| \`roster-clean.xlsx\`, \`roster-clean.csv\` (UTF-8) | ${rows} | ${rows} accepted, 0 rejected |
| \`roster-dirty.xlsx\`, \`roster-dirty.csv\` (GBK) | ${rows} | ${rows - refused} accepted, ${refused} rejected |

Both belong to the union of the invented company ${COMPANY}; below it these branch unions must exist:
${UNITS.map((unit) => `- ${unit}`).join('\n')}

The two files name and order their columns differently. The clean one has two columns nobody knows (\`序号\`, \`工作服尺码\`) and a \`备注\`;
the dirty one has two title rows and an empty row above its headings, a hidden sheet in front, and a \`健康状况\` column that must not be taken.
In the dirty one phones are numbers and dates are date cells unless a fault says otherwise; some \`备注\` hold \`=HYPERLINK(…)\` as text.

## Planted faults of the dirty roster
A row carries one fault at most. The duplicates repeat a person of the first 200 rows.

### Rows that cannot be taken: ${refused}
| fault | what | rows |
|---|---|---|
${rowsOf(PLANTED.refused)}

Unknown unions are ${UNKNOWN_UNITS.join(', ')}.

### Rows that are taken once tidied: ${sum(PLANTED.tidied)}
| fault | what | rows |
|---|---|---|
${rowsOf(PLANTED.tidied)}

### Lines that are no people: ${sum(PLANTED.between)}
| line | what | lines |
|---|---|---|
${rowsOf(PLANTED.between)}
`;
}

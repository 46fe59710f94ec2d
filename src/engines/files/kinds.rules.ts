/** What may be uploaded: found in the bytes, never taken from the name. Sizes in bytes of the upload. */
export type Kind = 'image' | 'document' | 'sheet' | 'text';

export type Format = {
  readonly ext: string;
  readonly type: string;
  readonly kind: Kind;
  /** extensions a name may claim for these bytes; those of other pictures are forgiven because pictures are written anew */
  readonly claims: readonly string[];
};

const PICTURES = ['jpg', 'jpeg', 'jfif', 'png', 'webp', 'heic', 'heif'];

export const FORMATS = {
  jpg: { ext: 'jpg', type: 'image/jpeg', kind: 'image', claims: PICTURES },
  png: { ext: 'png', type: 'image/png', kind: 'image', claims: PICTURES },
  webp: { ext: 'webp', type: 'image/webp', kind: 'image', claims: PICTURES },
  pdf: { ext: 'pdf', type: 'application/pdf', kind: 'document', claims: ['pdf'] },
  docx: { ext: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', kind: 'document', claims: ['docx'] },
  xlsx: { ext: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', kind: 'sheet', claims: ['xlsx'] },
  csv: { ext: 'csv', type: 'text/csv', kind: 'text', claims: ['csv'] },
  txt: { ext: 'txt', type: 'text/plain', kind: 'text', claims: ['txt', 'text', 'log', 'md'] },
} as const satisfies Record<string, Format>;

const MB = 1_000_000;

/** The largest upload of each kind, in bytes. */
export const MOST_BYTES: Readonly<Record<Kind, number>> = { image: 15 * MB, document: 20 * MB, sheet: 20 * MB, text: 5 * MB };

/** The largest upload of any kind, in bytes: what a route lets through. */
export const MOST = Math.max(...Object.values(MOST_BYTES));

export const PICTURE = {
  /** pixels of the picture as sent; above it the bytes are not even decoded */
  mostPixels: 50_000_000,
  /** longest side of what is kept, and of its thumbnail */
  longestSide: 3_000,
  thumbnailSide: 360,
} as const;

export const ARCHIVE = {
  mostEntries: 5_000,
  /** bytes after unpacking, by the archive's own word and by counting */
  mostBytes: 300 * MB,
  /** how many times larger than the upload it may become */
  mostRatio: 150,
} as const;

/** Unattached uploads of one person, and of all the anonymous of a federation, at one time. */
export const WAITING = { perPerson: 40, anonymous: 500, hours: 24 } as const;

/** Files one owner may have: a long thread of letters has many. */
export const MOST_PER_OWNER = 60;

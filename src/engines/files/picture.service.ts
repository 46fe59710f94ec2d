import sharp, { type Sharp } from 'sharp';
import { Refused } from '#shared/errors';
import { words } from './files.words.ts';
import { type FORMATS, PICTURE } from './kinds.rules.ts';

sharp.cache(false);
sharp.concurrency(1);

export type Picture = {
  readonly content: Buffer;
  readonly width: number;
  readonly height: number;
  readonly thumbnail: Buffer;
};

/**
 * Writes a picture anew: upright, in sRGB, at most 3,000 pixels a side, without EXIF, GPS, XMP or anything that was
 * appended to it; animated pictures keep their first frame.
 * @throws Refused when it has more than 50 million pixels or cannot be decoded to its last line
 */
export async function rewritePicture(bytes: Buffer, as: 'jpg' | 'png' | 'webp'): Promise<Picture> {
  const options = { limitInputPixels: PICTURE.mostPixels, failOn: 'error', sequentialRead: true, pages: 1 } as const;
  try {
    const side = PICTURE.longestSide;
    const upright = sharp(bytes, options).autoOrient().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await encode(upright, as).toBuffer({ resolveWithObject: true });
    const small = PICTURE.thumbnailSide;
    const thumbnail = await sharp(data).resize({ width: small, height: small, fit: 'inside', withoutEnlargement: true }).webp({ quality: 72 }).toBuffer();
    return { content: data, width: info.width, height: info.height, thumbnail };
  } catch (error) {
    if (/pixel limit/i.test((error as Error).message)) {
      throw new Refused(words.tooManyPixels, { status: 400, slots: { mp: PICTURE.mostPixels / 1_000_000 } });
    }
    throw new Refused(words.brokenImage, { status: 400 });
  }
}

function encode(picture: Sharp, as: keyof typeof FORMATS & ('jpg' | 'png' | 'webp')): Sharp {
  if (as === 'jpg') return picture.jpeg({ quality: 84 });
  return as === 'png' ? picture.png({ compressionLevel: 8 }) : picture.webp({ quality: 84 });
}

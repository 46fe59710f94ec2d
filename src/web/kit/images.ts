import { say } from '#shared/words';
import { words } from './kit.words.ts';
import { locale } from './language.ts';

/** Longest side of a photo that leaves the phone, in pixels, and the JPEG quality. */
const LONGEST = 1600;
const QUALITY = 0.82;

/**
 * Draws a photo anew, smaller: a few hundred kilobytes, upright, and without place, camera or time inside (EXIF).
 * Other files are returned as they are.
 * @throws Error with a sentence when the picture cannot be opened
 */
export async function shrink(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml' || file.type === 'image/gif') return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error(say(words.photoBroken, locale()));
  });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error(say(words.photoBroken, locale()));
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
  if (!blob) throw new Error(say(words.photoBroken, locale()));
  return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
}

import { useEffect, useRef, useState } from 'react';
import { Icon } from './icons.tsx';
import { words } from './kit.words.ts';
import { useWords } from './language.ts';
import { Waiting } from './loaded.tsx';

/** A QR code, black on white also in dark mode so that every scanner reads it. */
export function Qr({ text, size = 200, label }: { text: string; size?: number; label?: string }) {
  const w = useWords(words);
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    let here = true;
    void import('qrcode').then((qrcode) => qrcode.default.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })).then((svg) => {
      if (here) setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`);
    });
    return () => {
      here = false;
    };
  }, [text]);
  if (!picture) return <div style={{ width: size, height: size }}><Waiting lines={4} /></div>;
  return <img className="qr" src={picture} width={size} height={size} alt={label ?? w.qrLabel} />;
}

type Detector = { detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]> };
declare const BarcodeDetector: { new (o: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> } | undefined;

type Pixels = HTMLVideoElement | ImageBitmap;
type Reader = (source: Pixels) => Promise<string | undefined>;

const sizeOf = (source: Pixels): [number, number] => ('videoWidth' in source ? [source.videoWidth, source.videoHeight] : [source.width, source.height]);

/** The browser's own reader where it reads QR codes, otherwise one in script (loaded only then). */
async function findReader(): Promise<Reader> {
  if (typeof BarcodeDetector !== 'undefined' && (await BarcodeDetector.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (source) => (await detector.detect(source))[0]?.rawValue;
  }
  const jsqr = (await import('jsqr')).default as unknown as (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async (source) => {
    const [width, height] = sizeOf(source);
    const scale = Math.min(1, 900 / Math.max(width, height, 1));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    if (!pen || canvas.width === 0) return undefined;
    pen.drawImage(source, 0, 0, canvas.width, canvas.height);
    return jsqr(pen.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)?.data;
  };
}

/** How long a camera that goes on reading rests after each code. */
const REST_MS = 1_200;

/** Reads a QR code with the camera, or from a photo when there is no camera or no leave to use it. Answers once, or with `on` code after code. */
export function Scanner({ onRead, on = false }: { onRead: (text: string) => void; on?: boolean }) {
  const w = useWords(words);
  const video = useRef<HTMLVideoElement>(null);
  const done = useRef(onRead);
  done.current = onRead;
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let here = true;
    let stream: MediaStream | undefined;
    async function look(): Promise<void> {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const reader = await findReader();
      const screen = video.current;
      if (!screen || !here) return stop();
      screen.srcObject = stream;
      await screen.play();
      while (here) {
        const text = await reader(screen).catch(() => undefined);
        if (text && here) {
          done.current(text);
          if (!on) return;
          await new Promise((next) => setTimeout(next, REST_MS));
        }
        await new Promise((next) => setTimeout(next, 180));
      }
    }
    const stop = (): void => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    look().catch(() => here && setProblem(w.scanNoCamera));
    return () => {
      here = false;
      stop();
    };
  }, [w.scanNoCamera, on]);

  async function readPhoto(file: File | undefined): Promise<void> {
    if (!file) return;
    const text = await createImageBitmap(file).then(async (picture) => (await findReader())(picture)).catch(() => undefined);
    if (text) done.current(text);
    else setProblem(w.scanNothing);
  }
  return (
    <div className="scanner">
      <div className="scanview">
        <video ref={video} muted playsInline aria-label={w.scanHint} />
        <i className="scanframe" />
      </div>
      <p role="status">{problem ?? w.scanHint}</p>
      <label className="btn scanphoto"><Icon name="photo" size={20} />{w.scanPhoto}<input type="file" accept="image/*" onChange={(e) => void readPhoto(e.target.files?.[0])} /></label>
    </div>
  );
}

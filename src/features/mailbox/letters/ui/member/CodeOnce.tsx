import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Card, Icon, PhonePage, tell, Toggle, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../anonymous-ui.words.ts';
import { handOver } from './handed-code.tsx';

const groupsOf = (code: string): string[] => code.replace(/\D/g, '').match(/\d{4}/g) ?? [];

/** A picture of the code for the phone's album: black on white, nothing but the code, the number and the address. */
function drawCode(code: string, told: { title: string; note: string; where: string }): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = 1080;
  canvas.height = 720;
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  const family = getComputedStyle(document.body).fontFamily;
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = 'black';
  pen.textAlign = 'center';
  const line = (text: string, size: number, y: number, weight = 400): void => {
    pen.font = `${weight} ${size}px ${family}`;
    pen.fillText(text, canvas.width / 2, y, canvas.width - 80);
  };
  line(told.title, 44, 110, 600);
  const groups = groupsOf(code);
  line(groups.slice(0, 2).join('   '), 120, 300, 600);
  line(groups.slice(2).join('   '), 120, 440, 600);
  line(told.note, 36, 560);
  line(told.where, 32, 630);
  return canvas;
}

/** The 16-digit code, shown once: large, to copy, to keep as a picture, to print. Leaving asks first. */
export function CodeOnce({ code, number }: { code: string; number: string }) {
  const w = useWords(words);
  const go = useNavigate();
  const [kept, setKept] = useState(false);
  const address = `${location.origin}/follow-up`;
  useEffect(() => {
    if (kept) return;
    const warn = (e: BeforeUnloadEvent): void => e.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [kept]);
  const copy = (): void => void navigator.clipboard.writeText(groupsOf(code).join(' ')).then(() => tell(w.copied), () => tell(w.copyFailed, 'bad'));
  const picture = (): void => {
    const link = document.createElement('a');
    link.href = drawCode(code, { title: w.pictureTitle, note: w.pictureNote({ number }), where: address }).toDataURL('image/png');
    link.download = `${w.pictureName}-${number}.png`;
    link.click();
  };
  return (
    <PhonePage title={w.sentTitle} up="/follow-up" foot={<button type="button" className="btn primary" disabled={!kept} title={kept ? undefined : w.keptFirst} onClick={() => { handOver(code); void go('/follow-up', { replace: true }); }}>{w.look}</button>}>
      <Card className="codecard" title={w.codeTitle}>
        <p className="unseen">{w.spelled({ code: [...code.replace(/\D/g, '')].join(' ') })}</p>
        <p className="followcode num" aria-hidden>{groupsOf(code).map((g, i) => <span key={`${g}${i.toString()}`}>{g}</span>)}</p>
        <p className="codeonce"><Icon name="late" size={20} /><b>{w.codeOnce}</b></p>
        <p>{w.codeUse}</p>
        <div className="pair noprint">
          <button type="button" className="btn" onClick={copy}><Icon name="copy" size={18} />{w.copy}</button>
          <button type="button" className="btn" onClick={picture}><Icon name="photo" size={18} />{w.picture}</button>
          <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
        </div>
        <p className="note">{w.where}<br /><span className="num">{address}</span> · {w.pictureNote({ number })}</p>
      </Card>
      <Card className="noprint"><Toggle label={w.kept} note={w.keptHint} checked={kept} onChange={setKept} /></Card>
    </PhonePage>
  );
}

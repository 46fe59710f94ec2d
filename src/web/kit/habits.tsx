import { useEffect } from 'react';
import { kept } from './kept.ts';
import { speak } from './language.ts';
import type { Me } from './me.tsx';
import { setTypeSize } from './type-size.ts';

/** On a device where nothing was chosen yet, the person's own language and letter size hold. */
export function Habits({ me }: { me: Me }) {
  const { locale, textSize } = me;
  useEffect(() => {
    if (kept('language') === null) speak(locale, { remember: false });
    if (kept('type') === null) setTypeSize(textSize, { remember: false });
  }, [locale, textSize]);
  return null;
}

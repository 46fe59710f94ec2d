import { answers, call, Card, PhonePage, setTypeSize, speak, TYPE_SIZES, useLocale, useMaybeMe, useTypeSize, useWords } from '../kit/index.ts';
import { api } from '../../features/across/sign-in/sign-in.contract.ts';
import { words } from './member.words.ts';

/** Letter size and language. Both change at once on this phone; for a signed-in person they are remembered on the server as well. */
export default function Looks() {
  const w = useWords(words);
  const me = useMaybeMe();
  const size = useTypeSize();
  const language = useLocale();
  const remember = (wish: { textSize?: typeof size; locale?: typeof language }): void => {
    if (me) void call(api.setPreferences, wish).then(() => answers.invalidateQueries(), () => undefined);
  };
  return (
    <PhonePage title={w.looks} up="/me">
      <Card title={w.typeSize}>
        <div className="sizes">
          {TYPE_SIZES.map((s) => (
            <button key={s} type="button" aria-pressed={s === size} onClick={() => { setTypeSize(s); remember({ textSize: s }); }}>{w[s]}</button>
          ))}
        </div>
        <p className="note" style={{ marginTop: 12 }}>{w.typeHint}</p>
      </Card>
      <Card title={w.language}>
        <div className="choice2">
          {(['zh', 'en'] as const).map((l) => (
            <button key={l} type="button" lang={l} aria-pressed={l === language} onClick={() => { speak(l); remember({ locale: l }); }}>{w[l]}</button>
          ))}
        </div>
      </Card>
    </PhonePage>
  );
}

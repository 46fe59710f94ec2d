import { useParams } from 'react-router';
import { Chip, Loaded, PhonePage, showDate, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import { Told } from '../both/Told.tsx';
import { words } from '../phone.words.ts';

/** The question of a day that is over, with what was right. */
export default function PastDay() {
  const w = useWords(words);
  const language = useLocale();
  const { day = '' } = useParams();
  const past = useCall(api.past, { day });
  return <PhonePage title={w.dayTitle({ day: showDate(day, language) })} up="/daily/calendar"><Loaded from={past} lines={8}>{(p) => <><Told of={p} />{p.reviewed ? <p><Chip kind="ok" icon="check">{w.reviewed}</Chip></p> : null}</>}</Loaded></PhonePage>;
}

import { Link, useParams } from 'react-router';
import { Basis, Card, type Happening, Icon, Loaded, PhonePage, showDeadlineInFull, Timeline, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../letters.contract.ts';
import { words as letterWords } from '../../letters.words.ts';
import type { LetterSeen } from '../both/LetterStory.tsx';
import { words } from '../letter-ui.words.ts';
import '../letters.css';

/** What happens next, with the deadlines the union has set itself. */
export function WhatNext({ letter }: { letter: LetterSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const until = (clock: string): string | null => {
    const due = letter.clocks.find((c) => c.clock === clock)?.due;
    return due ? w.by({ time: showDeadlineInFull(due, language) }) : null;
  };
  const items: Happening[] = [
    { key: 'accept', now: true, what: w.nextAccept({ union: letter.union.name }), note: until('accept') },
    { key: 'answer', what: w.nextAnswer, note: until('answer') },
    { key: 'rate', what: w.nextRate, note: until('finish') },
  ];
  return (
    <Card title={w.next}>
      <div className="ahead"><Timeline items={items} /></div>
      <Basis>{w.nextLate}</Basis>
    </Card>
  );
}

/** The letter is on its way: number, who has it, what happens next and until when. */
export default function Sent() {
  const w = useWords(words);
  const lw = useWords(letterWords);
  const { id = '' } = useParams();
  const letter = useCall(api.letter, { id });
  return (
    <PhonePage title={w.sentTitle} up="/letters" foot={<><Link className="btn" to="/">{w.home}</Link><Link className="btn primary" to={`/letters/${id}`} replace>{w.openIt}</Link></>}>
      <Loaded from={letter} lines={6}>
        {(l) => (
          <>
            <Card className="sent">
              <span className="sentmark"><Icon name="check" size={32} /></span>
              <h2>{w.sentTitle}</h2>
              <p className="note">{l.title}</p>
              <dl>
                <div><dt>{w.sentNumber}</dt><dd className="num">{lw.prefix} {l.number}</dd></div>
                <div><dt>{w.sentWho}</dt><dd>{l.union.name}</dd></div>
              </dl>
            </Card>
            <WhatNext letter={l} />
            <p className="note center">{w.sentTold}</p>
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}

import { Link, useParams } from 'react-router';
import { Card, Chip, Empty, Icon, Loaded, type Output, PhonePage, showDate, showDay, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { words } from '../box-ui.words.ts';
import '../boxes.css';

type BoardSeen = Output<typeof api.openBoard>;

function NextOpening({ of: b }: { of: BoardSeen }) {
  const w = useWords(words);
  const language = useLocale();
  const date = showDay(b.dueOn, language);
  return <p className="boxnext"><Icon name="calendar" size={20} /><b>{b.standing === 'retired' ? w.boardRetired : b.standing === 'overdue' ? w.boardLate({ date }) : b.standing === 'due' ? w.boardToday : w.boardNext({ date })}</b></p>;
}

function Answers({ of: b }: { of: BoardSeen }) {
  const w = useWords(words);
  const language = useLocale();
  if (b.items.length === 0) return <Card><Empty icon="board" title={w.noAnswers} hint={w.noAnswersHint} /></Card>;
  return b.items.map((x) => (
    <article key={x.question} className="card boxqa">
      <p><span aria-hidden>{w.question}</span><b>{x.question}</b></p>
      <p><span aria-hidden>{w.answer}</span>{x.answer}</p>
      <p className="note"><Chip>{w[`category_${x.category as 'other'}`] ?? x.category}</Chip> {w.foundOn({ date: showDate(x.openedOn, language) })}</p>
    </article>
  ));
}

/** What hangs beside the box, for any phone that reads its code; printed, it is the notice on the wall. */
export default function Board() {
  const { joinCode = '', number = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const board = useCall(api.openBoard, { joinCode, number: Number(number) }, { anonymous: true });
  return (
    <Loaded from={board} lines={6}>
      {(b) => (
        <PhonePage title={w.boardTitle({ place: b.place })} actions={<button type="button" className="iconbtn noprint" aria-label={w.printNotice} onClick={() => print()}><Icon name="print" /></button>}>
          <Card title={b.union} aside={w.box({ n: b.number })}>
            <NextOpening of={b} />
            {b.lastOn ? <p className="note">{w.boardLast({ date: showDate(b.lastOn, language) })}</p> : null}
            <dl className="boxfigures">{([[w.openings, b.openings], [w.letters, b.letters], [w.answered, b.answered]] as const).map(([label, n]) => <div key={label}><dt>{label}</dt><dd className="num">{n}</dd></div>)}</dl>
          </Card>
          <Card className="noprint">
            <Link className="btn primary wide" to={`/anonymous/${joinCode}`}><Icon name="letter" size={20} />{w.writeNow}</Link>
            <p className="note">{w.writeNowHint}</p>
            <Link className="btn wide" to="/follow-up"><Icon name="key" size={20} />{w.haveCode}</Link>
          </Card>
          <h2 className="boxhead">{w.answers}</h2>
          <Answers of={b} />
        </PhonePage>
      )}
    </Loaded>
  );
}

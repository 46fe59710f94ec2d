import { useState } from 'react';
import { Card, Empty, Loaded, type Output, PhonePage, Row, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../daily-question.contract.ts';
import { Choices, Head } from '../both/Question.tsx';
import { Told } from '../both/Told.tsx';
import { words } from '../phone.words.ts';

type Today = Output<typeof api.today>;

function Answer({ of: q }: { of: NonNullable<Today['question']> }) {
  const w = useWords(words);
  const [given, setGiven] = useState<number[]>([]);
  const { act, busy, waiting } = useAct(api.answer, { refreshes: [api.today, api.month, api.wrong] });
  return (
    <>
      <Card><div className="dqask"><Head of={q} /><Choices of={q} value={given} onChange={setGiven} /></div></Card>
      <footer className="pagefoot"><button type="button" className="btn primary" disabled={busy || given.length === 0} onClick={() => act({ day: q.day, given })}>{waiting ? w.submitting : w.submit}</button></footer>
    </>
  );
}

function Standing({ of: t }: { of: Today }) {
  const w = useWords(words);
  const worth = t.worth;
  const left = worth === null ? 0 : worth.everyDays - (t.streak % worth.everyDays);
  const bonus = worth === null || worth.streak === 0 ? null : t.may.includes('answer') && left === 1 ? w.streakToday({ points: worth.streak }) : w.streakBonus({ n: left, points: worth.streak });
  return (
    <Card>
      <dl className="dqfigures"><div><dt>{w.streak}</dt><dd>{w.dayN({ n: t.streak })}</dd></div><div><dt>{w.best}</dt><dd>{w.dayN({ n: t.best })}</dd></div><div><dt>{w.points}</dt><dd>{t.points}</dd></div></dl>
      {bonus ? <p className="note dqbonus">{bonus}</p> : null}
      <Row icon="calendar" tint="info" title={w.calendar} to="/daily/calendar" />
      <Row icon="again" tint="warn" title={w.wrongBook} note={t.wrong > 0 ? w.wrongN({ n: t.wrong }) : w.wrongNone} to="/daily/wrong" />
      {worth ? <p className="note">{w.rules({ answered: worth.answered, right: worth.right, days: worth.everyDays, streak: worth.streak })}</p> : null}
    </Card>
  );
}

function Shown({ of: t }: { of: Today }) {
  const w = useWords(words);
  if (t.board === null) return <Card><Empty icon="calendar" title={w.none} hint={w.noneHint} /></Card>;
  return (
    <>
      {t.question === null ? <Card><Empty icon="calendar" title={w.restDay} hint={w.restHint} /></Card> : t.told ? <Told of={{ ...t.question, told: t.told, own: t.own, voidWhy: t.voidWhy }} /> : t.voidWhy !== '' ? <Card><p>{w.voidToday({ why: t.voidWhy })}</p></Card> : <Answer of={t.question} />}
      <Standing of={t} />
    </>
  );
}

/** Today's question, and how one stands. */
export default function DailyQuestion() {
  const w = useWords(words);
  const today = useCall(api.today, {});
  return <PhonePage title={w.title}><Loaded from={today} lines={8}>{(t) => <Shown of={t} />}</Loaded></PhonePage>;
}

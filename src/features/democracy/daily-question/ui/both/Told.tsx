import { Card, Icon, type Output, showShare, useWords } from '../../../../../web/kit/index.ts';
import type { api } from '../../daily-question.contract.ts';
import { words } from '../phone.words.ts';
import { Head, Marked } from './Question.tsx';

type Past = Pick<Output<typeof api.past>, 'kind' | 'topic' | 'text' | 'options' | 'told' | 'own' | 'voidWhy'>;

/** A question with what was right, what one chose, why, and how the others did. */
export function Told({ of: p }: { of: Past }) {
  const w = useWords(words);
  const verdict = p.voidWhy !== '' ? null : p.own === null ? <p className="dqverdict">{w.missed}</p> : <p className={`dqverdict ${p.own.correct ? 'right' : 'wrong'}`} role="status"><Icon name={p.own.correct ? 'ok' : 'close'} />{p.own.correct ? w.right : w.wrong}{p.own.points > 0 ? <span className="num">{w.earned({ n: p.own.points })}</span> : null}</p>;
  return (
    <>
      <Card><div className="dqask"><Head of={p} />{p.voidWhy !== '' ? <p className="note">{w.voidDay({ why: p.voidWhy })}</p> : null}{verdict}<Marked options={p.options} right={p.told.right} given={p.own?.given ?? []} />{p.told.answered > 0 ? <p className="note num">{w.others({ n: p.told.answered, share: showShare(p.told.rightOnes / p.told.answered, 0) })}</p> : null}</div></Card>
      {p.told.explanation || p.told.source ? <Card title={w.explanation}><p className="dqtold">{p.told.explanation}</p>{p.told.source ? <p className="note">{w.source({ source: p.told.source })}</p> : null}</Card> : null}
    </>
  );
}

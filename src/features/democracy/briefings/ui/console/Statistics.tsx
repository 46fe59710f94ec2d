import { useSearchParams } from 'react-router';
import { Card, Chip, DeskPage, Empty, Icon, LoadedPages, RefusedByServer, saveFile, showNumber, tell, usePages, useSay, useScope, useWords } from '../../../../../web/kit/index.ts';
import { Year } from '../../../../../web/kit/desk.ts';
import { api } from '../../briefings.contract.ts';
import '../briefings.css';
import { words } from '../briefings-ui.words.ts';
import { words as titles } from '../screens.words.ts';

const thisYear = (): number => new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

/** A year by union: held of how many, attendance, questions and answers; those that lack most first. */
export default function Statistics() {
  const w = useWords(words);
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const { union } = useScope();
  const year = Number(params.get('year')) || thisYear();
  const asked = { year, ...(union ? { unionId: union } : {}) };
  const list = usePages(api.statistics, { ...asked, limit: 50 });
  const save = (): void => void saveFile(api.exportStatistics, asked, 'briefings.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const actions = (
    <>
      <Year label={w.year} value={year} onChange={(y) => setParams((before) => { const next = new URLSearchParams(before); next.set('year', String(y)); return next; })} />
      <button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.export}</button><button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>
    </>
  );
  return (
    <DeskPage title={say(titles.statistics)} about={w.statHint} actions={actions}>
      <LoadedPages from={list} empty={<Card><Empty icon="chart" title={w.statEmpty} hint={w.statHint} /></Card>}>
        {(items) => (
          <Card>
            <div className="brscroll">
              <table className="brtable">
                <thead><tr><th scope="col">{w.union}</th><th scope="col">{w.heldCol}</th><th scope="col"><span className="unseen">{w.state}</span></th>{[w.plannedCol, w.attendedCol, w.questionsCol, w.live, w.later, w.open].map((x) => <th key={x} scope="col" className="num">{x}</th>)}</tr></thead>
                <tbody>{items.map((u) => <tr key={u.id}><td>{u.name}</td><td className="num">{w.heldOf({ n: u.held, least: u.least })}</td><td>{u.held >= u.least ? <Chip kind="ok" icon="check">{w.enough}</Chip> : <Chip kind="warn">{w.missing({ n: u.least - u.held })}</Chip>}</td>{[u.planned, u.attended, u.questions, u.answeredLive, u.answeredLater, u.open].map((x, i) => <td key={`${u.id} ${String(i)}`} className="num">{showNumber(x)}</td>)}</tr>)}</tbody>
              </table>
            </div>
          </Card>
        )}
      </LoadedPages>
    </DeskPage>
  );
}

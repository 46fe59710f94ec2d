import { Link } from 'react-router';
import { Card, Chip, DeskPage, Empty, Icon, LoadedPages, type Output, showDay, showTime, useLocale, usePages, useScope, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../care-desk.words.ts';
import { Tabs } from './Tabs.tsx';

type Row = Output<typeof desk.retention>['items'][number];

function Line({ of: k }: { of: Row }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <tr className={k.forgottenAt ? 'away' : ''}>
      <td><Link to={`/summer-care/sessions/${k.id}`}><b>{k.session} · {k.site}</b></Link><small>{k.programme} · {k.union}</small></td><td className="num">{showDay(k.endsOn, language)}</td><td className="num">{showDay(k.keptUntil, language)}</td>
      <td>{k.forgottenAt ? <Chip>{w.goneAt({ time: showTime(k.forgottenAt, language) })}</Chip> : <Chip kind={k.daysLeft <= 14 ? 'warn' : 'quiet'}>{k.daysLeft === 0 ? w.tonight : w.daysLeft({ n: k.daysLeft })}</Chip>}</td><td className="num">{k.children}</td>
    </tr>
  );
}

/** When which children's data go, the next first; what is gone stands at the end. */
export default function Retention() {
  const w = useWords(words);
  const { union } = useScope();
  const list = usePages(desk.retention, union ? { unionId: union } : {});
  return (
    <DeskPage title={w.retention} actions={<button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.print}</button>}>
      <Tabs />
      <Card className="carecard">
        <p className="note">{w.retentionAbout}</p>
        <LoadedPages from={list} empty={<Empty icon="lock" title={w.noKept} hint={w.noKeptHint} />}>
          {(items) => (
            <div className="carewide"><table className="carelist">
              <thead><tr><th scope="col">{w.session}</th><th scope="col">{w.ended}</th><th scope="col">{w.goesOn}</th><th scope="col">{w.left}</th><th scope="col" className="num">{w.keptChildren}</th></tr></thead><tbody>{items.map((k) => <Line key={k.id} of={k} />)}</tbody>
            </table></div>
          )}
        </LoadedPages>
      </Card>
    </DeskPage>
  );
}

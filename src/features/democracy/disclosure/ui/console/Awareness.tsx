import { Card, Empty, Icon, LoadedPages, RefusedByServer, saveFile, showShare, tell, usePages, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../desk-ui.words.ts';

/** Who knows, by unit, least first. */
export function Awareness({ id, shown }: { id: string; shown: boolean }) {
  const w = useWords(words);
  const units = usePages(desk.awareness, { id, limit: 100 }, { when: shown });
  if (!shown) return <Card><Empty icon="chart" title={w.noPeople} hint={w.draftNote} /></Card>;
  const save = (): void => void saveFile(desk.exportAwareness, { id }, 'awareness.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  return (
    <Card title={w.rate}>
      <div className="pubacts noprint"><button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.export}</button></div>
      <LoadedPages from={units} empty={<p className="note">{w.noPeople}</p>}>
        {(items) => (
          <div className="pubscroll">
            <table className="pubtable">
              <thead><tr><th scope="col">{w.unit}</th>{[w.people, w.read, w.rate, w.understood, w.unclear].map((x) => <th key={x} scope="col" className="num">{x}</th>)}</tr></thead>
              <tbody>{items.map((u) => <tr key={u.id}><td>{u.name}</td>{[u.people, u.reads, u.rate === null ? '' : showShare(u.rate / 1000), u.understood, u.unclear].map((x, i) => <td key={`${u.id} ${String(i)}`} className="num">{x}</td>)}</tr>)}</tbody>
            </table>
          </div>
        )}
      </LoadedPages>
    </Card>
  );
}

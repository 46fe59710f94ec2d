import { useParams } from 'react-router';
import { Card, Chip, DeskPage, Icon, Loaded, type Output, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../locker-ui.words.ts';
import '../lockers.css';

type Seen = Output<typeof desk.simulator>;

function Door({ of: d, act }: { of: Seen['doors'][number]; act: (o: { no: number; jammed?: boolean; shut?: boolean }) => void }) {
  const w = useWords(words);
  return (
    <div className={`lkdoor ${d.open ? 'isopen' : d.jammed ? 'lk-outOfOrder' : ''}`}>
      <i className="num">{w.doorNo({ n: d.no })}</i><b>{d.label}</b><em>{d.open ? w.isOpen : d.jammed ? w.isJammed : w.isShut}</em>
      <p>
        <button type="button" className="btn" aria-label={`${d.jammed ? w.free : w.jam} ${d.label}`} onClick={() => act({ no: d.no, jammed: !d.jammed })}>{d.jammed ? w.free : w.jam}</button>
        {d.open ? <button type="button" className="btn" aria-label={`${w.shut} ${d.label}`} onClick={() => act({ no: d.no, shut: true })}>{w.shut}</button> : null}
      </p>
    </div>
  );
}

/** The doors of a simulated cabinet, live: open for some seconds when a phone opens them; one may be jammed, the network cut. */
export default function Simulator() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const cabinet = useCall(desk.cabinet, { id });
  const seen = useCall(desk.simulator, { id }, { every: 1_000 });
  const { act, busy } = useAct(desk.simulate, { refreshes: [desk.simulator] });
  const place = cabinet.data?.place ?? '';
  return (
    <DeskPage title={w.simTitle({ place })} about={w.simAbout} crumbs={[{ title: place, to: `/lockers/${id}` }]}
      actions={<button type="button" className="btn" disabled={busy || !seen.data} onClick={() => act({ id, cut: !seen.data?.cut })}><Icon name="network" size={18} />{seen.data?.cut ? w.reconnect : w.cutOff}</button>}>
      <Loaded from={seen}>
        {(s) => <Card title={w.network} aside={<Chip kind={s.cut ? 'late' : 'ok'}>{s.cut ? w.isCut : w.online}</Chip>}><div className="lkwall lksim">{s.doors.map((d) => <Door key={d.no} of={d} act={(o) => act({ id, ...o })} />)}</div></Card>}
      </Loaded>
    </DeskPage>
  );
}

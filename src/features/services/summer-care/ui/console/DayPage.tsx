import { useParams } from 'react-router';
import { DeskPage, Icon, Loaded, refresh, showDay, useAddress, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Choose } from '../../../offers/ui/both/Choose.tsx';
import '../../../activities/ui/activities.css';
import { staff } from '../../staff.contract.ts';
import { DayList, Health } from '../both/DayList.tsx';
import { Door } from '../both/Door.tsx';
import { Releases } from '../both/StaffForms.tsx';
import { words } from '../care-ui.words.ts';
import { words as say } from '../care-desk.words.ts';
import '../care.css';

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The list of a day at the desk: the door beside it, on paper with a line to sign. */
export default function DayPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const d = useWords(say);
  const language = useLocale();
  const [day = today(), setDay] = useAddress('day');
  const seen = useCall(staff.day, { id, day }, { every: 30_000 });
  useLive(() => void refresh(staff.day));
  const s = seen.data?.session;
  const actions = <button type="button" className="btn" onClick={() => print()}><Icon name="print" size={18} />{w.printList}</button>;
  return (
    <DeskPage title={s ? `${s.title} · ${s.site}` : w.dayTitle} about={showDay(day, language)} crumbs={s ? [{ title: d.session, to: `/summer-care/sessions/${s.id}` }] : []} actions={actions}>
      <Loaded from={seen} lines={8}>
        {(x) => (
          <div className="carecolumns">
            <DayList of={x} />
            <div className="careside">
              {x.may.includes('scan') && x.isDay ? <Door id={id} /> : null}
              <div className="card care"><Choose label={w.chooseDay} value={day} options={[...new Set([day, ...x.days])].sort().map((v) => [v, showDay(v, language)] as const)} onChange={(v) => setDay(v)} /><p className="note">{x.staff.length > 0 ? w.staffToday({ names: x.staff.join('、') }) : w.noStaff}</p>{x.may.includes('health') ? <Health id={id} /> : null}</div>
              <Releases of={x.releases} />
            </div>
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}

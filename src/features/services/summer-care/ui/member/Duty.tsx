import { useState } from 'react';
import { useParams } from 'react-router';
import { Card, Loaded, PhonePage, refresh, showDay, useCall, useLive, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Choose } from '../../../offers/ui/both/Choose.tsx';
import '../../../activities/ui/activities.css';
import { staff } from '../../staff.contract.ts';
import { DayList, Health } from '../both/DayList.tsx';
import { Door } from '../both/Door.tsx';
import { Releases } from '../both/StaffForms.tsx';
import { words } from '../care-ui.words.ts';
import '../care.css';

const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** A day of care for its staff: the door, health notes, the list, releases. */
export default function Duty() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const [day, setDay] = useState(today);
  const seen = useCall(staff.day, { id, day }, { every: 30_000 });
  useLive(() => void refresh(staff.day));
  return (
    <PhonePage title={seen.data?.session.title ?? w.dayTitle} up="/summer-care">
      <Loaded from={seen} lines={8}>
        {(d) => (
          <>
            {d.may.includes('scan') && d.isDay ? <Door id={id} /> : null}
            <Releases of={d.releases} />
            <Card>
              <div className="care">
                <Choose label={w.chooseDay} value={day} options={[...new Set([day, ...d.days])].sort().map((x) => [x, showDay(x, language)] as const)} onChange={setDay} />
                <p className="note">{d.staff.length > 0 ? w.staffToday({ names: d.staff.join('、') }) : w.noStaff}</p>
                {d.may.includes('health') ? <Health id={id} /> : null}
              </div>
            </Card>
            <DayList of={d} />
          </>
        )}
      </Loaded>
    </PhonePage>
  );
}

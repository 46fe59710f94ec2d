import { Card, Chip, Empty, LoadedPages, type Output, PhonePage, Row, showTime, Toggle, useAct, useCall, useLocale, usePages, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../draws.contract.ts';
import { STAGE_CHIP, words } from '../phone.words.ts';
import '../draws.css';

type One = Output<typeof api.list>['items'][number];

function Line({ of }: { of: One }) {
  const w = useWords(words);
  const language = useLocale();
  const mine = of.mine === null ? null : of.mine.prize ?? (of.mine.state === 'waiting' ? w.mine_waiting : of.mine.state === 'entered' ? w.mine_entered : null);
  const when = of.stage === 'coming' ? w.from({ time: showTime(of.opensAt, language) }) : of.stage === 'on' ? w.until({ time: showTime(of.closesAt, language) }) : w.entrants({ n: of.entrants });
  return <Row icon="gift" tint={of.mine?.prize ? 'gold' : of.stage === 'on' ? 'ok' : 'quiet'} title={of.title} note={`${of.union} · ${when}`} end={<Chip kind={mine ? 'gold' : STAGE_CHIP[of.stage]}>{mine ?? w[`stage_${of.stage}`]}</Chip>} to={`/draws/${of.id}`} />;
}

/** What comes with birthdays, and what waits for a witness. */
function Standing() {
  const w = useWords(words);
  const head = useCall(api.list, { limit: 1 });
  const wish = useAct(api.wish, { refreshes: [api.list] });
  if (!head.data) return null;
  const { birthday, witnessing } = head.data;
  return (
    <>
      {witnessing > 0 ? <Card><Row icon="seen" tint="warn" title={w.witnessing({ n: witnessing })} to="/draws-witnessed" /></Card> : null}
      <Card><Toggle label={w.birthday} note={birthday.month === null ? w.birthdayNone : w.birthdayIn({ month: birthday.month })} checked={birthday.on} disabled={wish.busy || birthday.month === null} onChange={(on) => wish.act({ on })} /></Card>
    </>
  );
}

/** Draws of the own union and those above it, latest first. */
export default function Draws() {
  const w = useWords(words);
  const pages = usePages(api.list, {});
  return (
    <PhonePage title={w.title} up="/services">
      <div className="drawlist">
        <Standing />
        <LoadedPages from={pages} empty={<Card><Empty icon="gift" title={w.none} hint={w.noneHint} /></Card>}>
          {(items) => <Card>{items.map((d) => <Line key={d.id} of={d} />)}</Card>}
        </LoadedPages>
      </div>
    </PhonePage>
  );
}

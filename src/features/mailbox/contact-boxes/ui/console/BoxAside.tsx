import { Link } from 'react-router';
import { Card, Facts, Icon, Loaded, showDate, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../contact-boxes.contract.ts';
import { StandingChip } from '../both/StandingChip.tsx';
import { words } from '../box-ui.words.ts';
import '../boxes.css';

/** A box beside the work list while its opening is due. */
export default function BoxAside({ id }: { id: string }) {
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(api.box, { id });
  return (
    <Loaded from={seen}>
      {(b) => (
        <Card title={w.boxAt({ n: b.number, place: b.place })}>
          <p><StandingChip of={b.standing} /></p>
          <Facts of={[[w.union, b.union], [w.next, showDate(b.dueOn, language)], [w.last, b.lastOn ? showDate(b.lastOn, language) : w.never], [w.keepers, b.keepers.join(language === 'zh' ? '、' : ', ')]]} />
          <p className="boxacts"><Link className="btn primary" to={`/contact-boxes/${b.id}`}><Icon name="box" size={18} />{w.log}</Link></p>
        </Card>
      )}
    </Loaded>
  );
}

import { useParams } from 'react-router';
import { DeskPage, Loaded, showTime, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../keeping.contract.ts';
import { words } from '../offers-ui.words.ts';
import { Claims } from './Claims.tsx';

/** The plain page of an offer: who has what. Parts have their own pages and put the same panel on them. */
export default function OfferPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const language = useLocale();
  const seen = useCall(desk.offer, { offerId: id });
  return (
    <Loaded from={seen}>
      {(o) => {
        const standing = { draft: w.stDraft, coming: w.stOpens({ time: showTime(o.opensAt, language) }), on: w.stOn({ time: showTime(o.closesAt, language) }), over: w.stOver, cancelled: w.stCancelled }[o.standing] ?? '';
        return <DeskPage title={o.title} about={`${o.union} · ${o.kindTitle} · ${standing}`}><Claims offerId={id} /></DeskPage>;
      }}
    </Loaded>
  );
}

import { useEffect } from 'react';
import { Link } from 'react-router';
import { Card, refresh, useCall, useWords } from '../../../../../web/kit/index.ts';
import { MyClaim } from '../../../offers/ui/member/MyClaim.tsx';
import { offerRoutes as offers } from '../../../offers/ui/both/routes.ts';
import { api } from '../../activities.contract.ts';
import { words } from '../activities-ui.words.ts';
import type { Seen } from '../both/Look.tsx';

/** What I said when signing up; what is missing is asked for. */
function Said({ of: a, own }: { of: Seen; own: NonNullable<Seen['own']> }) {
  const w = useWords(words);
  const changeable = ['waiting', 'offered', 'held', 'taken'].includes(own.state);
  return (
    <Card title={w.mySign}>
      <div className="actdesk">
        {own.complete ? null : <p className="actdraft" role="status"><span>{w.incomplete}</span></p>}
        <p className="num">{w.myPlaces({ n: own.places })}{own.family.length > 0 ? ` · ${own.family.map((f) => f.name).join(' · ')}` : ''}</p>
        {changeable ? <Link className="btn wide" to={`/activities/${a.id}/join`}>{own.complete ? w.changeSaid : w.complete}</Link> : null}
      </div>
    </Card>
  );
}

/** My own sign-up: its state and code, giving it back, and what I said. */
export function MySign({ of: a }: { of: Seen }) {
  const mine = useCall(offers.ofOffer, { offerId: a.id });
  const state = mine.data?.items.find((p) => p.endedAt === null)?.state;
  // What is done with the place below (giving it back, paying) changes this page too.
  useEffect(() => { if (mine.data && state !== a.own?.state) void refresh(api.activity, api.list); }, [mine.data, state, a.own?.state]);
  if (a.own === null) return null;
  return (
    <>
      <MyClaim offerId={a.id} />
      {a.questions.length > 0 || a.own.places > 1 ? <Said of={a} own={a.own} /> : null}
    </>
  );
}

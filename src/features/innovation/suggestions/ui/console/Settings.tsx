import { Select } from 'antd';
import { Link } from 'react-router';
import { ask, Card, DeskPage, Empty, Loaded, type Output, Toggle, useAct, useAddress, useCall, useSay, useScope, useWords } from '../../../../../web/kit/index.ts';
import { namedList } from '../../../../../web/kit/desk.ts';
import { settings as routes } from '../../settings.contract.ts';
import { words as titles } from '../screens.words.ts';
import { words } from '../settings-ui.words.ts';
import '../review.css';
import { CampaignsCard } from './CampaignsCard.tsx';
import { ExpertsCard } from './ExpertsCard.tsx';
import { GroupsCard } from './GroupsCard.tsx';

export type Settings = Output<typeof routes.settings>;

function SchemeCard({ settings: s }: { settings: Settings }) {
  const w = useWords(words);
  const { act, busy } = useAct(routes.scheme, { refreshes: [routes.settings, routes.schemes], done: w.saved });
  const blind = s.scheme?.blind ?? true;
  const close = async (): Promise<void> => {
    if (await ask({ title: w.closeAsk, text: w.closeHint, yes: w.closeIt, danger: true })) act({ unionId: s.union.id, open: false, blind });
  };
  return (
    <Card title={w.scheme} aside={s.open && s.scheme ? w.isOpen({ date: s.scheme.openedOn }) : w.isClosed}>
      <div className="setform">
        {s.open ? <Toggle label={w.blind} note={w.blindNote} checked={blind} disabled={busy} onChange={(on) => act({ unionId: s.union.id, open: true, blind: on })} /> : null}
        <div className="sugacts">{s.open ? <button type="button" className="btn" disabled={busy} onClick={() => void close()}>{w.closeIt}</button> : <button type="button" className="btn primary" disabled={busy} onClick={() => act({ unionId: s.union.id, open: true, blind })}>{w.open}</button>}</div>
      </div>
    </Card>
  );
}

function SpecialistsCard({ settings: s }: { settings: Settings }) {
  const w = useWords(words);
  return (
    <Card title={w.specialists} to={`/unions/${s.union.id}`} aside={w.toUnion}>
      <p className="note">{w.specialistsNote}</p>
      {s.specialists.length === 0 ? <p>{w.noSpecialists}</p> : s.specialists.map((o) => (
        <div key={`${o.personId}/${o.unionId}/${o.office}`} className="setline"><b>{o.name}</b><span className="grow note">{w[`office_${o.office as 'suggestionOffice'}`]} · <Link to={`/unions/${o.unionId}`}>{o.union}</Link></span></div>
      ))}
    </Card>
  );
}

/** Everything that is set for the suggestion scheme of a company. */
export default function SettingsPage() {
  const w = useWords(words);
  const say = useSay();
  const { union } = useScope();
  const [chosen, choose] = useAddress('of');
  const schemes = useCall(routes.schemes, {});
  const list = schemes.data?.items ?? [];
  const unionId = [chosen, union].find((id) => list.some((s) => s.id === id)) ?? list.find((s) => s.open)?.id ?? list[0]?.id ?? '';
  const found = useCall(routes.settings, { unionId }, { when: unionId !== '', keepWhileChanging: true });
  return (
    <DeskPage title={say(titles.settings)} about={w.about} actions={list.length > 1 ? <Select {...namedList(w.which)} value={unionId} onChange={(id) => choose(id)} style={{ minWidth: 220 }} options={list.map((s) => ({ value: s.id, label: s.name }))} /> : null}>
      {schemes.data && list.length === 0 ? <Card><Empty icon="idea" title={w.none} /></Card> : (
        <Loaded from={found} lines={8}>
          {(s) => (
            <div className="setgrid">
              <SchemeCard settings={s} />
              {s.scheme ? <><ExpertsCard settings={s} /><GroupsCard settings={s} /><CampaignsCard settings={s} /><SpecialistsCard settings={s} /></> : null}
            </div>
          )}
        </Loaded>
      )}
    </DeskPage>
  );
}

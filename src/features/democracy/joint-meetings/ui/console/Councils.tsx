import { Link } from 'react-router';
import { Card, Chip, DeskPage, Empty, Icon, LoadedPages, showTime, useLocale, useMe, usePages, useScope, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../joint-meetings.contract.ts';
import '../joint.css';
import { words } from '../joint-ui.words.ts';
import { CouncilForm } from './CouncilForm.tsx';

/** Councils of the officer's unions with other bodies. */
export default function Councils() {
  const w = useWords(words);
  const language = useLocale();
  const me = useMe();
  const { union } = useScope();
  const list = usePages(api.councils, union ? { unionId: union } : {});
  const unionId = union ?? me.offices.find((o) => ['chair', 'viceChair', 'organiser'].includes(o.kind))?.unionId;
  const found = unionId ? <CouncilForm unionId={unionId} kept={null}>{(show) => <button type="button" className="btn primary" onClick={show}><Icon name="add" size={18} />{w.found}</button>}</CouncilForm> : null;
  return (
    <DeskPage title={w.title} actions={found}>
      <LoadedPages from={list} empty={<Card><Empty icon="swap" title={w.empty} hint={w.emptyHint} /></Card>}>
        {(items) => (
          <div className="jmpage">
            {items.map((c) => (
              <Link key={c.id} className="card jmpage" style={{ color: 'inherit' }} to={`/joint-meetings/${c.id}`}>
                <span className="jmrow"><b>{c.title}</b>{c.endedOn ? <Chip>{w.ended}</Chip> : null}{c.late > 0 ? <Chip kind="late" icon="late">{w.lateN({ n: c.late })}</Chip> : null}</span>
                <span className="note num">{[w.between({ union: c.union, other: c.otherName }), w.heldOf({ n: c.held, all: c.meetsPerYear }), w.openN({ n: c.open }), ...(c.nextAt ? [w.nextAt({ time: showTime(c.nextAt, language) })] : [])].join(' · ')}</span>
              </Link>
            ))}
          </div>
        )}
      </LoadedPages>
    </DeskPage>
  );
}

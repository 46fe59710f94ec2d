import { useState } from 'react';
import { Link } from 'react-router';
import { Card, Chip, DeskPage, Empty, holds, Icon, LoadedPages, type Output, showDay, useCall, useLocale, useMe, usePages, useSay, useScope, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import '../proposals.css';
import { words } from '../desk-ui.words.ts';
import { words as titles } from '../screens.words.ts';
import { CallForm } from './CallForm.tsx';

type Collection = Output<typeof desk.collections>['items'][number];

function One({ of: c }: { of: Collection }) {
  const w = useWords(words);
  const language = useLocale();
  return (
    <Link className="card propcard" to={`/proposal-collections/${c.id}`}>
      <span className="proprow"><Chip kind={c.stage === 'open' ? 'union' : c.stage === 'coming' ? 'info' : 'quiet'}>{w[`stage_${c.stage}`]}</Chip>{c.reportedOn ? <Chip kind="ok" icon="check">{w.reportedTo({ to: c.reportedTo })}</Chip> : null}</span>
      <b>{c.session}</b>
      <small>{c.body} · {c.union}</small>
      <small className="num">{w.window({ opens: showDay(c.opensOn, language), closes: showDay(c.closesOn, language) })}</small>
      <small className="num">{w.countedOf({ n: c.proposals, filed: c.filed, closed: c.closed })}</small>
    </Link>
  );
}

/** Calls for proposals of every session, with what was handed in; from here to their reports. */
export default function Collections() {
  const w = useWords(words);
  const say = useSay();
  const me = useMe();
  const { union } = useScope();
  const [calling, setCalling] = useState(false);
  const asked = union ? { unionId: union } : {};
  const list = usePages(desk.collections, asked);
  const terms = useCall(desk.collections, { ...asked, limit: 1 }).data?.terms ?? [];
  const may = holds(me, 'proposals.decide');
  const actions = may && !calling ? <button type="button" className="btn primary" disabled={terms.length === 0} onClick={() => setCalling(true)}><Icon name="add" size={18} />{w.callTitle}</button> : undefined;
  return (
    <DeskPage title={say(titles.collections)} actions={actions}>
      <div className="propdesk">
        {calling ? <CallForm terms={terms} close={() => setCalling(false)} /> : null}
        <LoadedPages from={list} empty={<Card><Empty icon="form" title={w.noCollections} hint={terms.length === 0 ? w.noTermsHint : w.noCollectionsHint} /></Card>}>{(items) => <div className="propgrid">{items.map((c) => <One key={c.id} of={c} />)}</div>}</LoadedPages>
      </div>
    </DeskPage>
  );
}

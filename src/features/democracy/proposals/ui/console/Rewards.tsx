import { Link, useParams } from 'react-router';
import { ask, Basis, Card, DeskPage, Empty, holds, Icon, Loaded, type Output, saveFile, showMoney, showSentences, tell, useAct, useCall, useMe, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../desk.contract.ts';
import { words as texts } from '../../proposals.words.ts';
import '../proposals.css';
import { words } from '../desk-ui.words.ts';
import { saveSheet } from './Report.tsx';

type Out = Output<typeof desk.rewards>;

function Place({ of: p }: { of: Out['items'][number]['place'] }) {
  const w = useWords(words);
  const me = useMe();
  if (p === null) return <span className="propnote">{w.notListed}</span>;
  return holds(me, 'paymentLists.read') ? <Link to={`/payment-lists/${p.listId}`}>{p.number}</Link> : <span>{p.number}</span>;
}

function Table({ of: r }: { of: Out }) {
  const w = useWords(words);
  const t = useWords(texts);
  return (
    <Card>
      <div className="propscroll">
        <table className="proptable">
          <thead><tr><th scope="col">{w.colTitle}</th><th scope="col">{w.colName}</th><th scope="col">{w.colFor}</th><th scope="col" className="num">{w.colAmount}</th><th scope="col">{w.colList}</th></tr></thead>
          <tbody>{r.items.map((x) => <tr key={x.id}><td><Link to={`/proposals/${x.proposalId}`}>{x.title}</Link><br /><small className="propnote num">{x.number}</small></td><td>{x.name}</td><td>{t[`why_${x.why}`]}</td><td className="num">{showMoney(x.amountFen)}</td><td><Place of={x.place} /></td></tr>)}</tbody>
        </table>
      </div>
    </Card>
  );
}

/** Rewards of a session's proposals and where they are paid; drafts the payment list of what is due. */
export default function Rewards() {
  const w = useWords(words);
  const { id = '' } = useParams();
  const rewards = useCall(desk.rewards, { id });
  const r = rewards.data;
  const { act, busy } = useAct(desk.draw, { refreshes: [desk.rewards], after: (out) => tell(w.drawn({ number: out.number, n: out.added })) });
  const draw = async (): Promise<void> => { if (r && (await ask({ title: w.drawAsk({ amount: showMoney(r.dueFen) }), text: w.drawText, yes: w.draw }))) act({ id }); };
  const actions = (
    <>
      <button type="button" className="btn" onClick={() => saveSheet(saveFile(desk.exportRewards, { id }, 'rewards.xlsx'))}><Icon name="download" size={18} />{w.export}</button>
      <button type="button" className="btn primary" disabled={busy || !r || r.dueFen === 0} onClick={() => void draw()}><Icon name="money" size={18} />{w.draw}</button>
    </>
  );
  return (
    <DeskPage title={r ? w.rewardsTitle({ session: r.session }) : w.rewards} {...(r ? { crumbs: [{ title: r.session, to: `/proposal-collections/${id}` }] } : {})} actions={actions}>
      <Loaded from={rewards} lines={8}>
        {(x) => (
          <div className="propdesk">
            <div className="tiles"><div className="tile"><small>{w.total}</small><b className="num">{showMoney(x.totalFen)}</b><i>{w.each({ filed: showMoney(x.filedFen), hot: showMoney(x.hotFen) })}</i></div><div className="tile"><small>{w.due}</small><b className="num">{showMoney(x.dueFen)}</b></div></div>
            {x.items.length === 0 ? <Card><Empty icon="gift" title={w.noRewards} hint={w.noRewardsHint} /></Card> : <Table of={x} />}
            <Basis>{showSentences(x.basis)}</Basis>
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}

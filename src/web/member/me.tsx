import { Link, useNavigate } from 'react-router';
import { api } from '../../features/across/sign-in/sign-in.contract.ts';
import { answers, ask, Card, Chip, forgetAnswers, Row, useAct, useMe, useSay, useWords } from '../kit/index.ts';
import { meRows } from './gather.ts';
import { words } from './member.words.ts';

/** Me: my card, my union, my things, and how this app behaves for me. */
export default function MePage() {
  const w = useWords(words);
  const say = useSay();
  const me = useMe();
  const go = useNavigate();
  const out = useAct(api.signOut, { after: () => { answers.clear(); forgetAnswers(); void go('/sign-in', { replace: true }); } });
  return (
    <>
      <title>{w.me}</title>
      <main className="stack">
        <h1 className="tabtitle">{w.me}</h1>
        <Card>
          <div className="whocard">
            <span className="avatar" aria-hidden>{[...me.person.name][0]}</span>
            <div>
              <b>{me.person.name}</b>
              <p className="note">{me.union?.name ?? w.noMembership}</p>
              <p>
                {me.membership ? <Chip kind={me.membership.state === 'active' ? 'ok' : 'quiet'}>{me.membership.state === 'active' ? w.memberActive : w.memberReserved}</Chip> : null}
                {me.membership?.cardNumber ? <span className="note num"> {w.cardNumber({ n: me.membership.cardNumber })}</span> : null}
              </p>
            </div>
          </div>
        </Card>
        {meRows.length > 0 ? <Card>{meRows.map((r) => <Row key={r.path} icon={r.icon} title={say(r.title)} to={r.path} />)}</Card> : null}
        <Card title={w.settings}>
          <Row icon="language" title={w.looks} to="/looks" />
          {me.offices.length > 0 ? <a className="row" href="/console/"><span className="rowtext"><b>{w.desk}</b><span>{w.deskHint}</span></span></a> : null}
        </Card>
        {me.mode === 'demo' ? <p className="note demonote">{w.demo} · <Link to="/sign-in">{w.switchPerson}</Link></p> : null}
        <button type="button" className="btn wide" disabled={out.busy} onClick={async () => { if (await ask({ title: w.signOutAsk, text: w.signOutHint, yes: w.signOut })) out.act({}); }}>{w.signOut}</button>
      </main>
    </>
  );
}

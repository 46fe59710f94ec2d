import { Button, Space, Typography } from 'antd';
import { Card, Chip, Empty, Facts, Loaded, showNumber, showTime, type Output, tell, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../audit-log.contract.ts';
import { words } from '../audit-log-ui.words.ts';

type State = Output<typeof api.chain>;

function Verdict({ check }: { check: State['check'] }) {
  const w = useWords(words);
  if (!check) return <Empty icon="shield" title={w.chainNever} hint={w.chainNeverHint} />;
  const whole = check.faultCount === 0;
  return (
    <>
      <p className="auditverdict"><Chip kind={whole ? 'ok' : 'late'} icon={whole ? 'check' : 'late'}>{whole ? w.chainWhole : w.chainBroken({ n: check.faultCount })}</Chip></p>
      <Facts of={[[w.checkedAt, showTime(check.at)], [w.entries, showNumber(check.entries)], [w.blocks, showNumber(check.blocks)]]} />
      {check.faults.length > 0 ? (
        <>
          <h3>{w.faults}</h3>
          <ul className="auditfaults">{check.faults.map((f) => <li key={`${f.what}${f.id}`}>{w[`fault_${f.what}`]} <code>{f.id}</code></li>)}</ul>
        </>
      ) : whole ? null : <p className="note">{w.faultsTopOnly}</p>}
    </>
  );
}

/** Whether the log was changed, and the head of its chain for printing. */
export function Chain() {
  const w = useWords(words);
  const chain = useCall(api.chain, {}, { every: 10_000 });
  const verify = useAct(api.verify, { done: w.verifyAsked, refreshes: [api.chain] });
  const copy = (text: string): void => { void navigator.clipboard.writeText(text).then(() => tell(w.copied)); };
  return (
    <Loaded from={chain}>
      {(c) => (
        <div className="columns">
          <Card title={w.chainTitle} aside={c.may.includes('verify') ? <Button size="small" type="primary" loading={verify.busy} onClick={() => verify.act({})}>{w.verify}</Button> : undefined}>
            <Verdict check={c.check} />
          </Card>
          <Card title={w.chain}>
            <Facts of={[[w.blocks, c.block], [w.sealedAt, c.sealedAt ? showTime(c.sealedAt) : null], [w.waiting, showNumber(c.waiting)]]} />
            <p className="note auditnote">{w.head}</p>
            <Typography.Paragraph className="audithead"><code>{c.head}</code></Typography.Paragraph>
            <Space><Button onClick={() => copy(c.head)}>{w.copy}</Button></Space>
          </Card>
        </div>
      )}
    </Loaded>
  );
}

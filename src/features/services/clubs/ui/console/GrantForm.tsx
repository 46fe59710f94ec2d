import { Input, Select } from 'antd';
import { useState } from 'react';
import { plainYuan, readYuan } from '#shared/money';
import { Card, errorAt, Field, useAct, useWords } from '../../../../../web/kit/index.ts';
import { ACCOUNTS } from '../../clubs.rules.ts';
import { words as clubWords } from '../../clubs.words.ts';
import { desk } from '../../desk.contract.ts';
import { meeting } from '../../gatherings.contract.ts';
import { words } from '../desk-ui.words.ts';

/** Decides the grant of a club for a year, or decides it anew. */
export function GrantForm({ id, year, now }: { id: string; year: number; now: number | null }) {
  const w = useWords(words);
  const kw = useWords(clubWords);
  const [amount, setAmount] = useState(now === null ? '' : plainYuan(BigInt(now)));
  const [account, setAccount] = useState<(typeof ACCOUNTS)[number]>('50102');
  const [note, setNote] = useState('');
  const { act, busy, refusal } = useAct(desk.grant, { done: w.granted, refreshes: [meeting.money, desk.grants] });
  const read = readYuan(amount);
  const fen = read.ok ? Number(read.fen) : null;
  return (
    <Card title={w.grantTitle({ year })}>
      <form className="fields noprint" onSubmit={(e) => { e.preventDefault(); if (fen !== null) act({ id, year, amountFen: fen, account, note }); }}>
        <Field label={w.amount} inputMode="decimal" maxLength={12} value={amount} error={amount !== '' && fen === null ? w.badAmount : errorAt(refusal, 'amountFen')} onChange={(e) => setAmount(e.target.value)} />
        <Select aria-label={w.account} value={account} onChange={setAccount} options={ACCOUNTS.map((a) => ({ value: a, label: kw[`account_${a}`] }))} />
        <Input.TextArea aria-label={w.note} placeholder={w.note} maxLength={300} rows={2} value={note} onChange={(e) => setNote(e.target.value)} />
        {errorAt(refusal, 'note') ? <p className="fielderror">{errorAt(refusal, 'note')}</p> : null}
        <button type="submit" className="btn primary" disabled={busy || fen === null}>{w.decide}</button>
      </form>
    </Card>
  );
}

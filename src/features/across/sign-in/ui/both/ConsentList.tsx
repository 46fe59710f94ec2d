import { ask, Card, Chip, Loaded, type Output, showDate, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { words } from '../sign-in-ui.words.ts';

type Consent = Output<typeof api.listConsents>['items'][number];

function One({ consent: c }: { consent: Consent }) {
  const w = useWords(words);
  const give = useAct(api.giveConsent, { refreshes: [api.listConsents, api.me] });
  const withdraw = useAct(api.withdrawConsent, { refreshes: [api.listConsents, api.me] });
  const given = c.state === 'given';
  const state = c.state === 'given' && c.givenAt ? w.consentGiven({ day: showDate(c.givenAt) })
    : c.state === 'withdrawn' && c.withdrawnAt ? w.consentWithdrawn({ day: showDate(c.withdrawnAt) })
    : c.state === 'outdated' ? w.consentOutdated : c.state === 'refused' ? w.consentRefused : w.consentOpen;
  const change = async (): Promise<void> => {
    if (!given) return give.act({ purpose: c.purpose, version: c.version });
    if (await ask({ title: w.consentWithdrawAsk({ title: c.title }), text: w.consentWithdrawHint, yes: w.withdraw, danger: true })) withdraw.act({ purpose: c.purpose });
  };
  return (
    <Card title={c.title} aside={<Chip kind={given ? 'ok' : c.state === 'outdated' ? 'warn' : 'quiet'} {...(given ? { icon: 'check' } : {})}>{state}</Chip>}>
      <p className="note" style={{ marginBottom: 12 }}>{c.text}</p>
      {c.purpose === 'notice' && given ? null : <button type="button" className="btn" disabled={give.busy || withdraw.busy} onClick={() => void change()}>{given ? w.withdraw : w.agree}</button>}
    </Card>
  );
}

/** Everything the person agreed to or not, each changeable on its own. */
export function ConsentList() {
  const consents = useCall(api.listConsents, {});
  return <Loaded from={consents} lines={6}>{(all) => <>{all.items.map((c) => <One key={c.purpose} consent={c} />)}</>}</Loaded>;
}

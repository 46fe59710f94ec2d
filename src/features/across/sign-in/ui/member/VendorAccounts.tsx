import { ask, Card, type Output, Row, showDay, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../sign-in.contract.ts';
import { words } from '../vendors-ui.words.ts';

type Own = Output<typeof api.myVendors>['items'][number];

function VendorRow({ own }: { own: Own }) {
  const w = useWords(words);
  const vendor = w[own.vendor];
  const begin = useAct(api.beginVendor, { after: (out) => location.assign(out.url) });
  const unbind = useAct(api.unbindVendor, { refreshes: [api.myVendors, api.listSessions], done: w.unbound });
  if (own.boundAt !== null) {
    const day = showDay(own.boundAt);
    const sure = async (): Promise<void> => { if (await ask({ title: w.unbindAsk({ vendor }), text: w.unbindHint({ vendor }), yes: w.unbind })) unbind.act({ vendor: own.vendor }); };
    return (
      <Row icon="link" tint="ok" title={vendor} note={own.directory ? w.boundByDirectory({ day }) : w.boundOn({ day })}
        end={<button type="button" className="btn" disabled={unbind.busy} onClick={() => void sure()}>{w.unbind}</button>} />
    );
  }
  if (!own.open) return <Row icon="link" title={vendor} note={w.onlyInside({ vendor })} />;
  return (
    <Row icon="link" title={vendor} note={w.notBound}
      end={<button type="button" className="btn" disabled={begin.busy} onClick={() => begin.act({ vendor: own.vendor, next: '/safety' })}>{w.bind}</button>} />
  );
}

/** The accounts of vendors that open the door for this person; nothing where no vendor is set up. */
export function VendorAccounts() {
  const w = useWords(words);
  const mine = useCall(api.myVendors, {});
  if (!mine.data || mine.data.items.length === 0) return null;
  return (
    <Card title={w.accounts}>
      <p className="note">{w.accountsHint}</p>
      <div>{mine.data.items.map((own) => <VendorRow key={own.vendor} own={own} />)}</div>
    </Card>
  );
}

import { Link, useNavigate } from 'react-router';
import { addDays, legalDateOf } from '#shared/dates';
import { ask, Icon, useAct, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../activities.contract.ts';
import { desk } from '../../desk.contract.ts';
import { words } from '../activities-ui.words.ts';
import type { Seen } from '../both/Look.tsx';

/** What whoever proposed it may still do: change, send, publish, withdraw, do it again. */
export function DraftActs({ of: a }: { of: Seen }) {
  const w = useWords(words);
  const go = useNavigate();
  const refreshes = [api.activity, api.mine, api.list];
  const submit = useAct(api.submit, { done: w.submitted, refreshes });
  const publish = useAct(desk.publish, { done: w.published, refreshes });
  const withdraw = useAct(api.withdraw, { done: w.withdrawn, refreshes });
  const copy = useAct(api.copy, { done: w.copied, refreshes, after: (out) => void go(`/activities/${out.id}/edit`) });
  const may = (what: string): boolean => a.may.includes(what);
  const back = async (): Promise<void> => { if (await ask({ title: w.withdrawAsk, yes: w.withdraw })) withdraw.act({ id: a.id, version: a.version }); };
  const at = { id: a.id, version: a.version };
  return (
    <div className="actacts">
      {may('submit') ? <button type="button" className="btn primary" disabled={submit.busy} onClick={() => submit.act(at)}><Icon name="send" size={18} />{w.submit}</button> : null}
      {may('publish') ? <button type="button" className="btn primary" disabled={publish.busy} onClick={() => publish.act(at)}><Icon name="send" size={18} />{w.publish}</button> : null}
      {may('draft') ? <Link className="btn" to={`/activities/${a.id}/edit`}><Icon name="edit" size={18} />{w.edit}</Link> : null}
      {may('withdraw') ? <button type="button" className="btn" disabled={withdraw.busy} onClick={() => void back()}>{w.withdraw}</button> : null}
      {may('copy') && !may('draft') ? <button type="button" className="btn" disabled={copy.busy} onClick={() => copy.act({ id: a.id, startsOn: addDays(legalDateOf(new Date()), 7) })}><Icon name="copy" size={18} />{w.copy}</button> : null}
    </div>
  );
}

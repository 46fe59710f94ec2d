import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ask, Card, Chip, DeskPage, Field, Icon, Loaded, RefusedByServer, saveFile, tell, useAct, useCall, useWords } from '../../../../../web/kit/index.ts';
import { desk } from '../../appraisals.contract.ts';
import { type Report as Read, ReportSums, ReportTable } from '../both/ReportTable.tsx';
import { words } from '../desk.words.ts';

const MANY = 12;

function Acts({ of }: { of: Read }) {
  const w = useWords(words);
  const go = useNavigate();
  const { act, busy } = useAct(desk.release, { done: w.released, refreshes: [desk.report, desk.register] });
  const save = (): void => void saveFile(desk.exportReport, { id: of.id }, 'appraisal.xlsx').catch((why: unknown) => tell(why instanceof RefusedByServer ? why.sentence : String(why), 'bad'));
  const sure = async (): Promise<void> => { if (await ask({ title: w.releaseAsk({ title: of.title }), text: w.releaseHint, yes: w.release })) act({ id: of.id }); };
  return (
    <>
      <button type="button" className="btn" onClick={save}><Icon name="download" size={18} />{w.export}</button>
      <button type="button" className="btn" onClick={() => void go(`/appraisals/${of.id}/report/paper`)}><Icon name="print" size={18} />{w.print}</button>
      {of.may.includes('release') ? <button type="button" className="btn primary" disabled={busy} onClick={() => void sure()}>{w.release}</button> : of.released ? <Chip kind="ok" icon="check">{w.released}</Chip> : null}
    </>
  );
}

function Whole({ of }: { of: Read }) {
  const w = useWords(words);
  const [text, setText] = useState('');
  const shown = of.leaders.filter((l) => `${l.name}${l.post}`.includes(text.trim()));
  return (
    <div className="appdesk">
      <Card><p className="note" role="note"><Icon name="lock" size={16} /> {w.logged}</p></Card>
      <Card title={w.figures}><ReportSums of={of} /></Card>
      <Card title={w.leaders} aside={w.peopleN({ n: shown.length })}>
        {of.leaders.length > MANY ? <Field label={w.search} value={text} maxLength={40} onChange={(e) => setText(e.target.value)} /> : null}
        <ReportTable of={of} shown={shown} />
      </Card>
    </div>
  );
}

/** The report, for those entitled to it. */
export default function Report() {
  const { id = '' } = useParams();
  const report = useCall(desk.report, { id });
  return <Loaded from={report} lines={10}>{(of) => <DeskPage title={of.title} about={of.union} actions={<Acts of={of} />}><Whole of={of} /></DeskPage>}</Loaded>;
}

import { Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { Card, DeskPage, Empty, Facts, Icon, type Output, Scanner, showTime, useAct, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../points.contract.ts';
import { PrizePicture } from '../both/PrizePicture.tsx';
import { words } from '../points-ui.words.ts';
import { MemberPick } from './MemberPick.tsx';
import { ReleaseForm } from './Reservations.tsx';
import '../points.css';

type Seen = Output<typeof api.look>;
type Handed = { readonly id: string; readonly name: string; readonly prize: string; readonly at: string };

function Verdict({ seen: v, handed }: { seen: Seen; handed: Handed | null }) {
  const w = useWords(words);
  const language = useLocale();
  if (handed?.id === v.id) return <p className="countermark ok" role="status"><Icon name="ok" />{w.done}</p>;
  if (v.state === 'reserved') return v.why === null ? null : <p className="countermark late" role="alert"><Icon name="late" />{w.notNow} · {v.why}</p>;
  return (
    <p className="countermark late" role="alert">
      <Icon name="late" />{v.state === 'collected' ? `${w.already} · ${w.collectedAt({ time: v.endedAt ? showTime(v.endedAt, language) : '', name: v.endedBy ?? '' })}` : w[`state_${v.state}`]}
    </p>
  );
}

function Result({ seen: v, code, handed, done, next }: { seen: Seen; code: string; handed: Handed | null; done: (h: Handed) => void; next: () => void }) {
  const w = useWords(words);
  const [form] = Form.useForm<{ collectorId: string; note: string }>();
  const [colleague, setColleague] = useState(false);
  const [releasing, setReleasing] = useState(false);
  const hand = useAct(api.handOut, { form, refreshes: [api.reservations, api.round], after: (out) => done({ id: v.id, name: v.name, prize: v.prize, at: out.at }) });
  const open = v.may.includes('handOut') && handed?.id !== v.id;
  return (
    <section className="card counterresult" aria-live="polite">
      <Verdict seen={v} handed={handed} />
      <h2>{v.name}</h2>
      <p className="note">{v.unit}</p>
      <p className="counterprize"><PrizePicture files={v.files} title={v.prize} /><b>{v.prize}</b></p>
      <Facts of={[[w.pts, String(v.points)], [w.phoneCode, <span className="num" key="code">{v.code.slice(0, 4)} {v.code.slice(4)}</span>], [w.colleague, v.collector ? w.byColleague({ name: v.collector, note: v.note }) : null]]} />
      {open ? (
        <Form form={form} layout="vertical" initialValues={{ note: '' }} onFinish={(d) => hand.act({ id: v.id, code, note: colleague ? d.note : '', ...(colleague ? { collectorId: d.collectorId } : {}) })}>
          <Form.Item><Checkbox checked={colleague} onChange={(e) => setColleague(e.target.checked)}>{w.forColleague}</Checkbox></Form.Item>
          {colleague ? (
            <>
              <Form.Item name="collectorId" label={w.colleague} rules={[{ required: true, message: w.personHint }]}><MemberPick schemeId={v.schemeId} label={w.colleague} placeholder={w.personHint} /></Form.Item>
              <Form.Item name="note" label={w.colleagueNote} rules={[{ required: true, min: 2, message: w.colleagueNote }]}><Input maxLength={200} /></Form.Item>
            </>
          ) : null}
          <button type="submit" className="btn primary wide big" disabled={hand.busy}>{w.handOut}</button>
        </Form>
      ) : null}
      <p>
        <button type="button" className="btn" onClick={next}>{w.next}</button>
        {v.may.includes('release') && handed?.id !== v.id ? <button type="button" className="btn plain" onClick={() => setReleasing(true)}>{w.release}</button> : null}
      </p>
      {releasing ? <ReleaseForm reservation={v} close={() => setReleasing(false)} after={next} /> : null}
    </section>
  );
}

function Ask({ read }: { read: (code: string) => void }) {
  const w = useWords(words);
  const [typed, type] = useState('');
  const [camera, setCamera] = useState(false);
  return (
    <Card title={w.typeCode}>
      <form onSubmit={(e) => { e.preventDefault(); if (typed.trim() !== '') read(typed.trim()); type(''); }}>
        <Input autoFocus size="large" aria-label={w.typeCode} placeholder="1234 5678" value={typed} maxLength={120} onChange={(e) => type(e.target.value)} suffix={<button type="submit" className="btn plain">{w.look}</button>} />
      </form>
      <p className="note">{w.waitingHint}</p>
      {camera ? <Scanner onRead={(text) => { setCamera(false); read(text); }} /> : null}
      <button type="button" className="btn wide" onClick={() => setCamera(!camera)}><Icon name="camera" size={18} />{camera ? w.stopScan : w.scan}</button>
    </Card>
  );
}

/** The counter: scan or type a code, see large whom it belongs to, hand out once. */
export default function Counter() {
  const w = useWords(words);
  const language = useLocale();
  const [code, setCode] = useState('');
  const [seen, setSeen] = useState<Seen | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [log, setLog] = useState<readonly Handed[]>([]);
  const look = useAct(api.look, { after: (out) => { setSeen(out); setRefusal(null); }, refused: (why) => { setSeen(null); setRefusal(why.sentence); return true; } });
  const next = (): void => { setSeen(null); setRefusal(null); };
  return (
    <DeskPage title={w.counter} about={w.counterAbout}>
      <div className="counter">
        <div className="stackcards">
          <Ask read={(text) => { setCode(text); look.act({ code: text }); }} />
          <Card title={w.today}>{log.length === 0 ? <p className="note">{w.noneToday}</p> : log.map((h) => <p key={h.id}><span className="num">{showTime(h.at, language)}</span> {h.name} · {h.prize}</p>)}</Card>
        </div>
        {seen ? <Result key={seen.id} seen={seen} code={code} handed={log.find((h) => h.id === seen.id) ?? null} done={(h) => setLog((all) => [h, ...all])} next={next} /> : (
          <section className="card counterresult">{refusal ? <p className="countermark late" role="alert"><Icon name="late" />{refusal}</p> : <Empty icon="qr" title={w.waitingTitle} hint={w.counterAbout} />}</section>
        )}
      </div>
    </DeskPage>
  );
}

import { Select } from 'antd';
import { useState } from 'react';
import { ask, Basis, Card, Chip, Empty, errorAt, Facts, Icon, type Output, showDay, showList, useAct, useCall, useLocale, useWords } from '../../../../../web/kit/index.ts';
import { Day } from '../../../../../web/kit/desk.ts';
import { api } from '../../topics.contract.ts';
import { ResultsCard } from '../both/Results.tsx';
import { words } from '../topics-ui.words.ts';
import { SurveyEditor } from './SurveyEditor.tsx';

type Topic = Output<typeof api.topic>;
type Survey = NonNullable<Topic['survey']>;

function Send({ topic }: { topic: Topic }) {
  const w = useWords(words);
  const [unionIds, setUnions] = useState<string[]>([topic.union.id]);
  const [until, setUntil] = useState('');
  const [text, setText] = useState('');
  const unions = useCall(api.unions, { id: topic.id, ...(text ? { text } : {}) }, { keepWhileChanging: true });
  const send = useAct(api.send, { refreshes: [api.topic, api.register], done: (out) => w.sent({ n: out.asked }) });
  const wrong = errorAt(send.refusal, 'unionIds');
  const late = errorAt(send.refusal, 'until');
  const options = [topic.union, ...(unions.data?.items ?? [])].filter((u, i, all) => all.findIndex((x) => x.id === u.id) === i).map((u) => ({ value: u.id, label: u.name }));
  return (
    <Card title={w.sendTitle}>
      <form className="fields" onSubmit={(e) => { e.preventDefault(); void ask({ title: w.sendAsk, yes: w.send }).then((yes) => { if (yes) send.act({ id: topic.id, unionIds, until, version: topic.version }); }); }}>
        <div className={`field ${wrong ? 'wrong' : ''}`}>
          <label htmlFor="surveyunions">{w.sendUnions}</label>
          <Select id="surveyunions" mode="multiple" value={unionIds} onChange={setUnions} showSearch={{ filterOption: false, onSearch: setText }} options={options} />
          {wrong ? <p className="fielderror">{wrong}</p> : <p className="note">{w.sendUnionsHint}</p>}
        </div>
        <div className={`field ${late ? 'wrong' : ''}`}><label htmlFor="surveyuntil">{w.until}</label><Day id="surveyuntil" value={until} onChange={(day) => setUntil(day ?? '')} />{late ? <p className="fielderror">{late}</p> : null}</div>
        <button type="submit" className="btn primary" disabled={send.busy || unionIds.length === 0 || until === ''}><Icon name="send" size={18} />{w.send}</button>
      </form>
    </Card>
  );
}

function Running({ topic, survey }: { topic: Topic; survey: Survey }) {
  const w = useWords(words);
  const language = useLocale();
  const remind = useAct(api.remind, { refreshes: [api.topic], done: w.didRemind });
  const end = useAct(api.end, { refreshes: [api.topic, api.register], done: w.ended });
  const share = survey.asked === 0 ? 0 : Math.round((survey.answered * 100) / survey.asked);
  const sure = (title: string, yes: () => void): void => void ask({ title }).then((said) => { if (said) yes(); });
  return (
    <Card title={survey.title} aside={<Chip kind={survey.state === 'counted' ? 'ok' : 'info'}>{{ draft: w.surveyDraft, open: w.surveyOpen, counting: w.surveyCounting, counted: w.surveyCounted }[survey.state]}</Chip>}>
      <p>{w.askedN({ n: survey.asked })} · {w.answeredN({ n: survey.answered, p: share })}{survey.closesAt ? ` · ${w.closesOn({ date: showDay(new Date(Date.parse(survey.closesAt) - 1), language) })}` : ''}</p>
      <div className="progressbar" role="img" aria-label={w.answeredN({ n: survey.answered, p: share })}><i style={{ width: `${String(share)}%` }} /></div>
      {survey.state === 'counted' ? null : <div className="sealedline"><Icon name="shield" /><span className="note">{w.sealed}</span></div>}
      <div className="topicacts">
        {topic.may.includes('remind') ? <button type="button" className="btn" disabled={remind.busy} onClick={() => sure(w.remindAsk, () => remind.act({ id: topic.id }))}>{w.remind}</button> : survey.reminded ? <Chip>{w.remindedChip}</Chip> : null}
        {topic.may.includes('end') ? <button type="button" className="btn" disabled={end.busy} onClick={() => sure(w.endAsk, () => end.act({ id: topic.id }))}>{w.end}</button> : null}
      </div>
    </Card>
  );
}

function Questions({ survey, edit }: { survey: Survey; edit?: () => void }) {
  const w = useWords(words);
  return (
    <Card title={w.preview} aside={edit ? <button type="button" className="btn plain" onClick={edit}>{w.editSurvey}</button> : undefined}>
      <p><b>{survey.title}</b></p>
      <p className="note">{survey.intro}</p>
      <ol className="surveyquestions">{survey.questions.map((q) => <li key={q.text}>{q.text} <Chip>{w[`kind_${q.kind}`]}</Chip>{q.options.length > 0 ? <p className="note">{q.options.join(' / ')}</p> : null}</li>)}</ol>
      {survey.unions.length > 0 ? <Facts of={[[w.sendTitle, showList(survey.unions.map((u) => u.name))]]} /> : null}
      {survey.basis.length > 0 ? <Basis>{survey.basis.map((b) => <span key={b} className="basisline">{b}</span>)}</Basis> : null}
    </Card>
  );
}

/** The questionnaire of a topic: written, sent, running, counted. */
export function SurveyTab({ topic }: { topic: Topic }) {
  const w = useWords(words);
  const [editing, setEditing] = useState(false);
  const { survey, may } = topic;
  if (editing) return <SurveyEditor topic={topic} close={() => setEditing(false)} />;
  if (survey === null) return <Card><Empty icon="form" title={may.includes('draft') ? w.noSurvey : w.skipped} hint={may.includes('draft') ? w.noSurveyHint : undefined}>{may.includes('draft') ? <button type="button" className="btn primary" onClick={() => setEditing(true)}>{w.write}</button> : null}</Empty></Card>;
  const questions = <Questions survey={survey} {...(may.includes('draft') && survey.state === 'draft' ? { edit: () => setEditing(true) } : {})} />;
  return (
    <div className="topiccols">
      <div className="surveypage">{survey.state === 'draft' ? questions : <Running topic={topic} survey={survey} />}{topic.results ? <ResultsCard questions={survey.questions} results={topic.results} /> : null}</div>
      <div className="surveypage">{survey.state === 'draft' ? (may.includes('send') ? <Send topic={topic} /> : null) : questions}</div>
    </div>
  );
}

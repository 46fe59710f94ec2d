import { Link } from 'react-router';
import { Card, Icon, type IconName, PhonePage, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../guide.words.ts';
import '../suggestions.css';

function Answer({ title, sign, look, lines }: { title: string; sign: IconName; look: 'yes' | 'no' | 'see'; lines: readonly string[] }) {
  return <Card className="guideq" title={title}><ul>{lines.map((line) => <li key={line}><span className={look}><Icon name={sign} size={20} /></span><span>{line}</span></li>)}</ul></Card>;
}

/** Four questions, four answers: which to hand in, which not, how to find one, how different people go about it. */
export default function Guide() {
  const w = useWords(words);
  const people = [[w.q4worker, w.q4workerText], [w.q4leader, w.q4leaderText], [w.q4key, w.q4keyText], [w.q4manager, w.q4managerText], [w.q4party, w.q4partyText], [w.q4office, w.q4officeText]] as const;
  return (
    <PhonePage title={w.title} up="/suggestions" foot={<Link className="btn primary" to="/suggestions/new"><Icon name="edit" size={20} />{w.write}</Link>}>
      <Card><p>{w.lead}</p></Card>
      <Answer title={w.q1} sign="check" look="yes" lines={[w.q1a, w.q1b, w.q1c, w.q1d, w.q1e]} />
      <Answer title={w.q2} sign="close" look="no" lines={[w.q2a, w.q2b, w.q2c, w.q2d, w.q2e, w.q2f]} />
      <Answer title={w.q3} sign="search" look="see" lines={[w.q3a, w.q3b, w.q3c, w.q3d, w.q3e, w.q3f]} />
      <Card className="guideq" title={w.q4}><dl>{people.map(([who, text]) => <div key={who}><dt>{who}</dt><dd>{text}</dd></div>)}</dl></Card>
      <Card className="guidesample" title={w.sampleTitle}><p>{w.sample1}</p><p>{w.sample2}</p><p>{w.sample3}</p></Card>
    </PhonePage>
  );
}

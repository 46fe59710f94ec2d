import { Card, Icon, useWords } from '../../../../../web/kit/index.ts';
import { words } from '../anonymous-ui.words.ts';

/** What is done so that nobody learns who writes, and what the writer can do. */
export function Protection() {
  const w = useWords(words);
  return (
    <Card title={w.safeTitle}>
      <ul className="protection">
        {[['shield', w.safe1], ['hidden', w.safe2], ['edit', w.safe3]].map(([icon, text]) => <li key={text}><Icon name={icon as 'shield'} size={20} /><span>{text}</span></li>)}
      </ul>
    </Card>
  );
}

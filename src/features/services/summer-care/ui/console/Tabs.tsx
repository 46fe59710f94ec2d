import { NavLink } from 'react-router';
import { useWords } from '../../../../../web/kit/index.ts';
import { words } from '../care-desk.words.ts';
import '../../../lockers/ui/lockers.css';
import '../care.css';

const PAGES = [['/summer-care', 'programmes'], ['/summer-care/children', 'children'], ['/summer-care/statistics', 'statistics'], ['/summer-care/retention', 'retention']] as const;

/** The pages of summer care beside one another. */
export function Tabs() {
  const w = useWords(words);
  return <nav className="lktabs" aria-label={w.sections}>{PAGES.map(([to, name]) => <NavLink key={to} to={to} end>{w[name]}</NavLink>)}</nav>;
}

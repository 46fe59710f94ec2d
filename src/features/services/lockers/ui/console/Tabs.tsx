import { NavLink } from 'react-router';
import { useWords } from '../../../../../web/kit/index.ts';
import { words } from '../locker-ui.words.ts';
import '../lockers.css';

const PAGES = [['/lockers', 'title'], ['/lockers/loans', 'loans'], ['/lockers/reports', 'reports'], ['/lockers/refills', 'refills'], ['/lockers/statistics', 'statistics']] as const;

/** The pages of the lockers beside one another. */
export function Tabs() {
  const w = useWords(words);
  return <nav className="lktabs" aria-label={w.sections}>{PAGES.map(([to, name]) => <NavLink key={to} to={to} end>{w[name]}</NavLink>)}</nav>;
}

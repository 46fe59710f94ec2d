import { Link } from 'react-router';
import { Icon, type Service, useSay } from '../kit/index.ts';

/** One service of the grid. */
export function ServiceLink({ service }: { service: Service }) {
  const say = useSay();
  return (
    <Link to={service.path}>
      <span className="serviceicon"><Icon name={service.icon} /></span>
      {say(service.title)}
    </Link>
  );
}

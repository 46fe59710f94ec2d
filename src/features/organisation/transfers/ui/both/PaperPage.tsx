import { useParams } from 'react-router';
import { Paper } from './Paper.tsx';

export default function PaperPage() {
  const { id = '' } = useParams();
  return <Paper id={id} />;
}

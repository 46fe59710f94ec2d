import { useParams } from 'react-router';
import { DeskPage, Loaded, useCall } from '../../../../../web/kit/index.ts';
import { desk } from '../../ballots.contract.ts';
import { BallotActs, BallotPanels } from '../both/BallotDesk.tsx';

/** One vote at the desk; figures come by themselves while it runs. */
export default function BallotPage() {
  const { id = '' } = useParams();
  const kept = useCall(desk.kept, { id }, { every: 4_000 });
  return <Loaded from={kept} lines={8}>{(of) => <DeskPage title={of.title} about={of.union} actions={<BallotActs of={of} />}><BallotPanels of={of} /></DeskPage>}</Loaded>;
}

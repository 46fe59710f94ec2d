import { useParams } from 'react-router';
import { Card, DeskPage, Loaded, useCall, useWords } from '../../../../../web/kit/index.ts';
import { api } from '../../transfers.contract.ts';
import { words } from '../../transfers-ui.words.ts';
import { Story } from '../both/Way.tsx';
import { Actions, TransferView } from './TransferView.tsx';

export default function TransferPage() {
  const { id = '' } = useParams();
  const w = useWords(words);
  const one = useCall(api.one, { id });
  return (
    <Loaded from={one}>
      {(t) => (
        <DeskPage title={t.name} about={`${w.one} ${t.number}`} actions={<Actions t={t} />}>
          <div className="transferpage"><Card><TransferView t={t} /></Card><Card title={w.story}><Story t={t} /></Card></div>
        </DeskPage>
      )}
    </Loaded>
  );
}

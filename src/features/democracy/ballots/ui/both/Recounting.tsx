import { Card, Icon, type Output, saveFile, tell, useWords } from '../../../../../web/kit/index.ts';
import { board } from '../../ballots.contract.ts';
import { words } from '../phone.words.ts';

/** How anybody counts again: two files and five steps. */
export function Recounting({ of }: { of: Pick<Output<typeof board.result>, 'id' | 'federationId' | 'board' | 'fingerprint'> }) {
  const w = useWords(words);
  return (
    <Card title={w.recount}>
      <p className="note">{of.board ? w.recountHint : w.tooFew}</p>
      {of.board ? (
        <>
          <ol className="balsteps"><li>{w.step1}</li><li>{w.step2}</li><li>{w.step3}</li><li>{w.step4}</li><li>{w.step5}</li></ol>
          <div className="balacts">
            <button type="button" className="btn primary wide" onClick={() => void saveFile(board.file, { federationId: of.federationId, id: of.id }, 'ballot.jsonl')}><Icon name="download" size={18} />{w.downloadBoard}</button>
            <button type="button" className="btn wide" onClick={() => void saveFile(board.verifier, {}, 'verifier.html')}><Icon name="download" size={18} />{w.downloadVerifier}</button>
          </div>
        </>
      ) : null}
      <p className="note" style={{ marginTop: 12 }}>{w.fingerprint}</p>
      <p className="balcode" data-fingerprint>{of.fingerprint}</p>
      <button type="button" className="btn" onClick={() => void navigator.clipboard?.writeText(of.fingerprint).then(() => tell(w.copied))}><Icon name="copy" size={18} />{w.copy}</button>
    </Card>
  );
}

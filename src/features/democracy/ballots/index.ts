import { bind, feature } from '#platform/http';
import { ballots } from '#engines/ballot';
import { api, board, desk } from './ballots.contract.ts';
import { demo } from './ballots.demo.ts';
import { words } from './ballots.words.ts';
import * as office from './desk.service.ts';
import { hall as halls, terminal } from './hall.contract.ts';
import * as hall from './hall.service.ts';
import * as holding from './holding.service.ts';
import * as rolls from './roll.service.ts';
import * as voting from './voting.service.ts';

ballots.useKind({ name: holding.KIND, title: words.kind, memberPath: '/ballots/:id', consolePath: '/ballots/:id', keep: 'ballots.keep' });
ballots.follow(holding.KIND, holding.follow);

const tenant = ({ federationId }: { federationId: string }) => ({ federationId });

/**
 * DEM-3: votes that a union holds by itself, and the booth of every ballot: `<Booth ballotId />` of `democracy/ballots/ui/both/` on any part's page
 * of the phone (paper, receipt, result).
 */
export default feature({
  name: 'ballots',
  area: 'democracy',
  title: words.title,
  demo,
  permissions: { 'ballots.keep': ['chair', 'viceChair', 'organiser'] },
  permissionWords: { 'ballots.keep': words.mayKeep },
  routes: [
    bind(api.mine, voting.mine), bind(api.one, voting.one), bind(api.token, voting.token), bind(api.cast, voting.cast), bind(api.paper, voting.paper, { tenant }),
    bind(board.result, voting.result, { tenant }), bind(board.file, voting.file, { tenant }), bind(board.proof, voting.proof, { tenant }), bind(board.verifier, voting.verifier, { tenant: () => ({ federationId: '00000000-0000-0000-0000-000000000000' }) }), bind(board.turnout, voting.turnout),
    bind(desk.register, office.register), bind(desk.exportRegister, office.exportRegister), bind(desk.kept, office.kept), bind(desk.look, office.look), bind(desk.people, office.people), bind(desk.units, rolls.units), bind(desk.readRoll, rolls.readRoll, { prepare: rolls.receive as never }), bind(desk.prepare, holding.prepare), bind(desk.change, holding.change),
    bind(desk.announce, holding.announce), bind(desk.raise, holding.raise), bind(desk.open, holding.open), bind(desk.close, holding.close), bind(desk.declare, holding.declare), bind(desk.again, holding.again), bind(desk.remind, holding.remind), bind(desk.callOff, holding.callOff), bind(desk.annul, holding.annul),
    bind(halls.look, hall.look), bind(halls.voters, hall.voters), bind(halls.print, hall.print), bind(halls.hand, hall.hand), bind(halls.takeBack, hall.takeBack), bind(halls.unlock, hall.unlock), bind(halls.lock, hall.lock),
    bind(terminal.look, hall.atTerminal, { tenant }), bind(terminal.check, hall.check, { tenant }), bind(terminal.token, hall.token, { tenant }),
  ],
});

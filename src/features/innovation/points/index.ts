import { cases } from '#engines/cases';
import { bind, feature } from '#platform/http';
import * as counter from './counter.service.ts';
import { creditDue } from './credit.service.ts';
import * as exchange from './exchange.service.ts';
import * as people from './people.service.ts';
import { api } from './points.contract.ts';
import { demo } from './points.demo.ts';
import { declareWork } from './points.jobs.ts';
import { words } from './points.words.ts';
import * as prizes from './prizes.service.ts';
import * as rounds from './rounds.service.ts';
import * as wallet from './wallet.service.ts';

rounds.declareFiles();
// Whatever the step was: what the dates of the suggestion say then is what the ledger says.
cases.follow('suggestion', async (tx, _verb, { file }) => { await creditDue(tx, [file.id]); });

/** INN-2: points for suggestions and the yearly exchange. */
export default feature({
  name: 'points',
  area: 'innovation',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: {
    'points.keep': ['chair', 'viceChair', 'suggestionOffice'],
    'points.view': ['chair', 'viceChair', 'suggestionOffice', 'suggestionSpecialist', 'auditor'],
    'points.handOut': ['chair', 'viceChair', 'suggestionOffice', 'suggestionSpecialist'],
  },
  permissionWords: { 'points.keep': words.mayKeep, 'points.view': words.mayView, 'points.handOut': words.mayHandOut },
  routes: [
    bind(api.mine, wallet.mine), bind(api.myLines, wallet.myLines), bind(api.myRound, exchange.myRound), bind(api.myReservations, exchange.myReservations), bind(api.reserve, exchange.reserve), bind(api.cancel, exchange.cancel), bind(api.pass, exchange.pass),
    bind(api.rounds, rounds.rounds), bind(api.schemes, rounds.schemes), bind(api.round, rounds.round), bind(api.plan, rounds.plan), bind(api.amend, rounds.amend), bind(api.open, rounds.open), bind(api.close, rounds.close, { statementTimeoutMs: 120_000 }), bind(api.exportRound, rounds.exportRound),
    bind(api.addPrize, prizes.addPrize), bind(api.amendPrize, prizes.amendPrize), bind(api.stock, prizes.stock),
    bind(api.ranking, people.ranking), bind(api.exportRanking, people.exportRanking), bind(api.units, people.units), bind(api.holder, people.holder), bind(api.correct, people.correct), bind(api.members, people.members),
    bind(api.reservations, counter.reservations), bind(api.handOutList, counter.handOutList), bind(api.exportReservations, counter.exportReservations), bind(api.look, counter.look), bind(api.handOut, counter.handOut), bind(api.release, counter.release),
  ],
});

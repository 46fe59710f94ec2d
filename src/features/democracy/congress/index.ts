import { bind, feature } from '#platform/http';
import { ballots } from '#engines/ballot';
import { words as about } from './about.words.ts';
import { api, division } from './congress.contract.ts';
import { demo } from './congress.demo.ts';
import { declareJobs } from './congress.jobs.ts';
import { words } from './congress.words.ts';
import * as con from './constituencies.service.ts';
import { groups, recalls, roll } from './delegates.contract.ts';
import * as delegates from './delegates.service.ts';
import { elections } from './elections.contract.ts';
import * as voting from './elections.service.ts';
import { mine } from './my.contract.ts';
import * as my from './my.service.ts';
import * as online from './online.service.ts';
import { words as onlineWords } from './online.words.ts';
import * as back from './recalls.service.ts';
import * as taking from './roll-import.service.ts';
import * as terms from './terms.service.ts';
import * as views from './views.service.ts';

ballots.useKind({ name: online.KIND, title: onlineWords.kind, memberPath: '/ballots/:id', consolePath: '/congress', keep: 'congress.keep' });
ballots.follow(online.KIND, online.follow);

const keepers = ['chair', 'viceChair', 'organiser'] as const;

/** DEM-1, the part before a session: bodies, terms, constituencies, delegates. Sessions read `roll.sql.ts`. */
export default feature({
  name: 'congress',
  area: 'democracy',
  title: words.title,
  demo,
  jobs: declareJobs,
  permissions: { 'congress.keep': keepers, 'congress.decide': ['chair', 'viceChair'], 'congress.export': keepers, 'congress.see': ['member'] },
  permissionWords: { 'congress.keep': about.mayKeep, 'congress.decide': about.mayDecide, 'congress.export': about.mayExport, 'congress.see': about.maySee },
  routes: [
    bind(api.bodies, views.bodies), bind(api.exportBodies, views.exportBodies), bind(api.start, terms.start), bind(api.found, terms.found), bind(api.body, terms.body), bind(api.plan, terms.plan), bind(api.term, views.term), bind(api.adjust, terms.adjust), bind(api.recount, terms.recount),
    bind(api.confirm, terms.confirm), bind(api.drop, terms.drop), bind(division.propose, con.propose), bind(division.add, con.add), bind(division.change, con.change), bind(division.remove, con.remove), bind(division.apportion, con.apportion), bind(division.exportConstituencies, views.exportConstituencies),
    bind(division.saveDelegation, con.saveDelegation), bind(division.dropDelegation, con.dropDelegation),
    bind(elections.list, voting.list), bind(elections.call, voting.call), bind(elections.one, voting.one), bind(elections.nominate, voting.nominate), bind(elections.strike, voting.strike), bind(elections.enter, voting.enter), bind(elections.declare, voting.declare), bind(elections.callOff, voting.callOff), bind(elections.people, voting.people), bind(elections.announceBallot, online.announceBallot), bind(elections.openBallot, online.openBallot), bind(elections.closeBallot, online.closeBallot),
    bind(roll.list, views.delegates), bind(roll.exportRoll, views.exportRoll), bind(roll.cards, views.cards), bind(roll.people, delegates.people), bind(roll.invite, delegates.invite), bind(roll.change, delegates.change), bind(roll.check, delegates.check), bind(roll.end, delegates.end), bind(roll.restore, delegates.restore),
    bind(roll.dropSeat, delegates.dropSeat), bind(roll.move, delegates.move), bind(roll.readRoll, taking.readRoll, { prepare: taking.receive as never }), bind(roll.takeRoll, taking.takeRoll),
    bind(recalls.list, back.list), bind(recalls.propose, back.propose), bind(recalls.vote, back.vote), bind(recalls.withdraw, back.withdraw), bind(groups.list, back.listGroups), bind(groups.save, back.saveGroup), bind(groups.remove, back.removeGroup),
    bind(mine.congress, my.congress), bind(mine.term, my.term), bind(mine.election, my.election), bind(mine.card, my.card), bind(mine.setContact, my.setContact),
  ],
});

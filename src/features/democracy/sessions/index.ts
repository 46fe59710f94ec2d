import { bind, feature } from '#platform/http';
import { ballots } from '#engines/ballot';
import { cases } from '#engines/cases';
import { words as about } from './about.words.ts';
import { declareFiles, KIND } from './access.service.ts';
import { joint } from './joint.contract.ts';
import * as together from './joint.service.ts';
import { mine } from './my.contract.ts';
import * as my from './my.service.ts';
import * as planning from './planning.service.ts';
import { room, seat } from './room.contract.ts';
import * as hall from './room.service.ts';
import { desk, items } from './sessions.contract.ts';
import { demo } from './sessions.demo.ts';
import { sessionProcess } from './sessions.process.ts';
import { words } from './sessions.words.ts';
import * as views from './views.service.ts';
import * as voting from './voting.service.ts';

cases.useProcess(sessionProcess);
ballots.useKind({ name: KIND, title: words.item, memberPath: '/session-votes/:id', consolePath: '/session-votes/:id', keep: 'sessions.keep' });
ballots.follow(KIND, voting.follow);
declareFiles();

const keepers = ['chair', 'viceChair', 'organiser'] as const;

/** DEM-1, sessions: agenda, presence, quorum, votes by item, resolutions and what becomes of them. */
export default feature({
  name: 'sessions',
  area: 'democracy',
  title: words.title,
  demo,
  permissions: { 'sessions.keep': keepers, 'sessions.decide': ['chair', 'viceChair'], 'sessions.export': keepers },
  permissionWords: { 'sessions.keep': about.mayKeep, 'sessions.decide': about.mayDecide, 'sessions.export': about.mayExport },
  routes: [
    bind(desk.register, views.register), bind(desk.exportRegister, views.exportRegister), bind(desk.start, views.start), bind(desk.one, views.one), bind(desk.plan, planning.plan), bind(desk.change, planning.change), bind(desk.agree, planning.agree), bind(desk.confirm, planning.confirm), bind(desk.notice, planning.notice), bind(desk.discuss, planning.discuss), bind(desk.open, planning.open),
    bind(desk.preside, planning.preside), bind(desk.adjourn, planning.adjourn), bind(desk.resume, planning.resume), bind(desk.close, planning.close), bind(desk.callOff, planning.callOff), bind(desk.publish, planning.publish), bind(desk.report, planning.report), bind(desk.putPapers, planning.putPapers),
    bind(items.where, voting.where), bind(items.add, voting.add), bind(items.change, voting.change), bind(items.move, voting.move), bind(items.amend, voting.amend), bind(items.present, voting.present), bind(items.note, voting.noteItem), bind(items.withdraw, voting.withdraw), bind(items.openVote, voting.openVote), bind(items.closeVote, voting.closeVote), bind(items.declare, voting.declare), bind(items.resolve, voting.resolve), bind(items.track, voting.track),
    bind(room.seats, views.seats), bind(room.exportSeats, views.exportSeats), bind(room.checkIn, hall.checkIn), bind(room.leave, hall.leave), bind(room.grant, hall.grant), bind(room.end, hall.end), bind(room.enlist, hall.enlist), bind(room.opinions, views.opinions), bind(room.exportOpinions, views.exportOpinions), bind(room.gather, hall.gather), bind(room.answer, hall.answer), bind(room.screen, views.screen),
    bind(seat.hereOnline, hall.hereOnline), bind(seat.leaveOnline, hall.leaveOnline), bind(seat.ask, hall.ask), bind(seat.withdraw, hall.withdraw), bind(seat.say, hall.sayOpinion), bind(mine.list, my.list), bind(mine.one, my.one), bind(mine.seen, my.seen), bind(mine.decided, my.decided),
    bind(joint.list, together.list), bind(joint.exportList, together.exportList), bind(joint.one, together.one), bind(joint.items, together.items), bind(joint.make, together.make),
  ],
});

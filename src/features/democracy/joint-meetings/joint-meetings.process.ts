import { defineProcess } from '#engines/cases';
import { words as w } from './joint-meetings.words.ts';

const keep = 'jointMeetings.keep';

/** A joint meeting from its plan to minutes that both sides agreed. Representatives agree and object, whatever office they hold or not. */
export const meetingProcess = defineProcess({
  name: 'jointMeeting',
  title: w.meeting,
  prefix: w.meetingPrefix,
  start: 'planned',
  states: {
    planned: { word: w.meeting_planned, waits: 'office', for: keep, place: 1 },
    drafted: { word: w.meeting_drafted, waits: 'office', for: keep, place: 2 },
    agreed: { word: w.meeting_agreed, waits: 'nobody', place: 3 },
    calledOff: { word: w.meeting_calledOff, waits: 'nobody' },
  },
  steps: {
    record: { word: w.did_record, button: w.record, from: ['planned', 'drafted'], to: 'drafted', can: keep },
    agree: { word: w.did_agree, button: w.agree, from: ['drafted'], to: 'same', can: 'assignee', assigneeToo: true },
    object: { word: w.did_object, button: w.object, from: ['drafted'], to: 'same', can: 'assignee', assigneeToo: true, needs: ['text'] },
    seal: { word: w.did_seal, button: w.seal, from: ['drafted'], to: 'agreed', can: 'system', stops: ['finish'] },
    callOff: { word: w.did_callOff, button: w.callOff, from: ['planned'], to: 'calledOff', can: keep, needs: ['text'], stops: ['finish'] },
  },
  rules: { clocks: {}, escalateEvery: 'jointMeetings.escalate.everyWorkdays' },
  readers: keep,
  memberPath: '/joint-meetings/meetings/:id',
  consolePath: '/joint-meetings/meetings/:id',
});

/** An item of the work list. Done, dropped or given a later day only when both sides consent. */
export const itemProcess = defineProcess({
  name: 'jointItem',
  title: w.item,
  prefix: w.itemPrefix,
  start: 'working',
  states: {
    working: { word: w.item_working, waits: 'office', for: keep, place: 1 },
    asked: { word: w.item_asked, waits: 'office', for: keep, place: 2 },
    done: { word: w.item_done, waits: 'nobody', place: 3 },
    dropped: { word: w.item_dropped, waits: 'nobody' },
    carried: { word: w.item_carried, waits: 'nobody' },
  },
  steps: {
    report: { word: w.did_report, button: w.report, from: ['working'], to: 'same', can: keep, assigneeToo: true, needs: ['text'] },
    assign: { word: w.did_assign, button: w.assign, from: ['working'], to: 'same', can: keep },
    ask: { word: w.did_ask, button: w.askDone, from: ['working'], to: 'asked', can: keep, assigneeToo: true, needs: ['text'] },
    accept: { word: w.did_accept, button: w.accept, from: ['asked'], to: 'same', can: 'assignee', assigneeToo: true },
    refuse: { word: w.did_refuse, button: w.refuse, from: ['asked'], to: 'working', can: 'assignee', assigneeToo: true, needs: ['text'] },
    finish: { word: w.did_finish, button: w.finish, from: ['asked'], to: 'done', can: 'system', stops: ['finish'] },
    drop: { word: w.did_drop, button: w.drop, from: ['asked'], to: 'dropped', can: 'system', stops: ['finish'] },
    carry: { word: w.did_carry, button: w.carry, from: ['asked'], to: 'carried', can: 'system', stops: ['finish'] },
  },
  rules: { clocks: {}, escalateEvery: 'jointMeetings.escalate.everyWorkdays' },
  readers: keep,
  memberPath: '/joint-meetings/items/:id',
  consolePath: '/joint-meetings/items/:id',
});

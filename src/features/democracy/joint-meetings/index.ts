import { cases } from '#engines/cases';
import { bind, feature } from '#platform/http';
import * as councils from './councils.service.ts';
import * as items from './items.service.ts';
import { api } from './joint-meetings.contract.ts';
import { demo } from './joint-meetings.demo.ts';
import { declareWork } from './joint-meetings.jobs.ts';
import { itemProcess, meetingProcess } from './joint-meetings.process.ts';
import { words } from './joint-meetings.words.ts';
import * as meetings from './meetings.service.ts';
import * as views from './views.service.ts';

cases.useProcess(meetingProcess);
cases.useProcess(itemProcess);
views.declareFiles();

/** DEM-9: two bodies meet, agree a work list and track each item together. */
export default feature({
  name: 'joint-meetings',
  area: 'democracy',
  title: words.title,
  demo,
  jobs: declareWork,
  permissions: { 'jointMeetings.keep': ['chair', 'viceChair', 'organiser'] },
  permissionWords: { 'jointMeetings.keep': words.mayKeep },
  routes: [
    bind(api.mine, views.mine), bind(api.council, views.council), bind(api.meeting, views.meeting), bind(api.item, views.item), bind(api.agree, meetings.agree), bind(api.object, meetings.object), bind(api.report, items.report), bind(api.ask, items.ask), bind(api.accept, items.accept), bind(api.refuse, items.refuse),
    bind(api.councils, views.councils), bind(api.found, councils.found), bind(api.amend, councils.amend), bind(api.people, councils.people), bind(api.name, councils.name), bind(api.dismiss, councils.dismiss),
    bind(api.plan, meetings.plan), bind(api.change, meetings.change), bind(api.callOff, meetings.callOff), bind(api.record, meetings.record), bind(api.assign, items.assign), bind(api.items, views.items), bind(api.exportItems, views.exportItems),
  ],
});

import type { Feature } from '#platform/http';
import attachments from './across/attachments/index.ts';
import auditLog from './across/audit-log/index.ts';
import permissions from './across/permissions/index.ts';
import messages from './across/messages/index.ts';
import figures from './across/figures/index.ts';
import codes from './across/codes/index.ts';
import home from './across/home/index.ts';
import myData from './across/my-data/index.ts';
import search from './across/search/index.ts';
import worklist from './across/worklist/index.ts';
import appraisals from './democracy/appraisals/index.ts';
import ballots from './democracy/ballots/index.ts';
import briefings from './democracy/briefings/index.ts';
import dailyQuestion from './democracy/daily-question/index.ts';
import disclosure from './democracy/disclosure/index.ts';
import savings from './innovation/savings/index.ts';
import suggestions from './innovation/suggestions/index.ts';
import rewards from './innovation/rewards/index.ts';
import indicators from './innovation/indicators/index.ts';
import congress from './democracy/congress/index.ts';
import sessions from './democracy/sessions/index.ts';
import proposals from './democracy/proposals/index.ts';
import jointMeetings from './democracy/joint-meetings/index.ts';
import letters from './mailbox/letters/index.ts';
import mail from './mailbox/mail/index.ts';
import receptions from './mailbox/receptions/index.ts';
import contactBoxes from './mailbox/contact-boxes/index.ts';
import topics from './mailbox/topics/index.ts';
import inquiries from './democracy/inquiries/index.ts';
import surveys from './democracy/surveys/index.ts';
import clubs from './services/clubs/index.ts';
import activities from './services/activities/index.ts';
import flashSales from './services/flash-sales/index.ts';
import lockers from './services/lockers/index.ts';
import housing from './services/housing/index.ts';
import summerCare from './services/summer-care/index.ts';
import offers from './services/offers/index.ts';
import draws from './services/draws/index.ts';
import paymentLists from './funds/payment-lists/index.ts';
import points from './innovation/points/index.ts';
import rosters from './organisation/rosters/index.ts';
import joining from './organisation/joining/index.ts';
import members from './organisation/members/index.ts';
import transfers from './organisation/transfers/index.ts';
import rules from './organisation/rules/index.ts';
import unions from './organisation/unions/index.ts';
import elections from './organisation/elections/index.ts';

/** Every part of the product, in the order of systems.md. A new part is one line here. */
export const features: readonly Feature[] = [
  unions,
  rosters,
  joining,
  members,
  transfers,
  rules,
  elections,
  draws,
  savings,
  congress,
  sessions,
  letters,
  mail,
  receptions,
  topics,
  contactBoxes,
  offers,
  clubs,
  activities,
  flashSales,
  lockers,
  housing,
  surveys,
  inquiries,
  summerCare,
  paymentLists,
  disclosure,
  ballots,
  appraisals,
  briefings,
  dailyQuestion,
  jointMeetings,
  suggestions,
  proposals,
  rewards,
  indicators,
  points,
  attachments,
  auditLog,
  permissions,
  messages,
  myData,
  worklist,
  home,
  search,
  figures,
  codes,
];

/** What leaves the house over HTTP: https to public addresses only, resolved once, no redirects, bounded in time and size. */
export { type Answer, ask, type Outbound, outboundOf, type Question, reach, Unreachable } from './ask.ts';
export { isAmong, isPublic } from './reach.ts';

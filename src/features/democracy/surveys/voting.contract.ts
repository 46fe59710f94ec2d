import { z } from 'zod';
import { endpoint } from '#shared/contract';
import { PaperSchema } from './form.contract.ts';
import { words as w } from './surveys.words.ts';

const id = z.uuid();
const bytes = (most: number) => z.string().regex(/^[A-Za-z0-9_-]+$/).max(most);
const blinded = bytes(400);
const linkOf = { federation: id, id, no: z.coerce.number().int().min(1).max(5000), secret: z.string().regex(/^[A-Za-z0-9_-]{16,40}$/) };
const Token = z.object({ class: z.string(), signature: z.string() });
const Booth = z.object({ id: z.string(), paperBytes: z.int(), contentKey: z.string(), sealKey: z.string(), tokenKeys: z.record(z.string(), z.string()) });
const NOBODY = 'that somebody answered at a time is nobody’s business';

/** How answers reach the ballot. Papers of an anonymous survey go through the one door of all blind ballots (part ballots), without a session. */
export const votes = {
  booth: endpoint({ method: 'GET', path: '/api/v1/survey-booths/:federation/:id', can: 'anyone', about: w.aboutBooth, in: z.object({ federation: id, id }), out: Booth }),
  token: endpoint({ method: 'POST', path: '/api/v1/surveys/:id/token', can: 'person', about: w.aboutToken, in: z.object({ id, blinded }), out: Token, unaudited: NOBODY }),
  linkToken: endpoint({ method: 'POST', path: '/api/v1/survey-links/:federation/:id/:no/:secret/token', can: 'anyone', about: w.aboutToken, in: z.object({ ...linkOf, blinded }), out: Token, unaudited: NOBODY }),
  interviewToken: endpoint({ method: 'POST', path: '/api/v1/survey-interviews/:id/token', can: 'surveys.interview', about: w.aboutToken, in: z.object({ id, personId: id, blinded }), out: Token, unaudited: NOBODY }),
  cast: endpoint({ method: 'POST', path: '/api/v1/surveys/:id/answers', can: 'person', about: w.aboutCast, in: z.object({ id, paper: PaperSchema }), out: z.object({ number: z.string().nullable() }), unaudited: NOBODY }),
  linkCast: endpoint({ method: 'POST', path: '/api/v1/survey-links/:federation/:id/:no/:secret/answers', can: 'anyone', about: w.aboutCast, in: z.object({ ...linkOf, paper: PaperSchema }), out: z.object({ number: z.string().nullable() }), unaudited: NOBODY }),
  interviewCast: endpoint({ method: 'POST', path: '/api/v1/survey-interviews/:id/answers', can: 'surveys.interview', about: w.aboutCast, in: z.object({ id, personId: id, paper: PaperSchema }), out: z.object({ number: z.string().nullable() }), unaudited: NOBODY }),
};

/** The door of the part `ballots` through which every blind paper goes, as the device calls it. */
export const ballotDoor = endpoint({ method: 'POST', path: '/api/v1/ballot-papers', can: 'anyone', about: w.aboutCast, in: z.object({ federationId: id, ballotId: id, body: bytes(90_000) }), out: z.object({ ballot: z.string(), paper: z.string(), signature: z.string() }), unaudited: NOBODY });

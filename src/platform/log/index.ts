import pino from 'pino';

/** Fields whose values never reach a log, however deep an object carries them. */
const PERSONAL = [
  'name', 'phone', 'email', 'idNumber', 'id_number', 'password', 'code', 'token', 'cookie', 'authorization', 'secret', 'key',
  'birthDate', 'birth_date', 'address', 'account', 'text', 'title', 'body', 'ip', 'remoteAddress', 'detail', 'where', 'parameters', 'headers', 'query', 'params',
];
const redacted = PERSONAL.flatMap((field) => ['', '*.', '*.*.'].map((prefix) => `${prefix}${field}`));

type Asked = { method?: string; id?: unknown; routeOptions?: { url?: string } };
type Answered = { statusCode?: number };

/** What of an error may be written: kind, code, stack; not PostgreSQL's `detail`, which quotes values of rows. */
function errorLine(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, routine, table, constraint, severity } = error as Error & Record<string, unknown>;
  const fromDatabase = severity !== undefined;
  // A database's message may quote a value ("invalid input syntax for type uuid: …"); its code says enough.
  const stack = fromDatabase ? error.stack?.slice(error.stack.indexOf('\n    at ') + 1) : error.stack;
  return {
    kind: error.name,
    ...(fromDatabase ? { sqlState: code, routine, table, constraint } : { message: error.message, errno: code }),
    stack,
    ...(error.cause === undefined ? {} : { cause: errorLine(error.cause) }),
  };
}

/**
 * The log: JSON lines on standard output, without personal data.
 * A request is its method, route pattern and number, never its address, query or body.
 */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? (process.env['NIANGJIA_MODE'] === 'live' ? 'info' : 'warn'),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: redacted, censor: '…' },
  serializers: {
    req: (request: Asked) => ({ method: request.method, route: request.routeOptions?.url ?? '(none)', id: request.id }),
    res: (answer: Answered) => ({ status: answer.statusCode }),
    err: errorLine,
    error: errorLine,
  },
});

export type Log = typeof log;

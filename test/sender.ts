/** A process of its own that sends messages, for tests that kill it: settings come as JSON in SENDER. */
import { notify, outboundOf, type Setup } from '#engines/notify';
import { contactsOf } from '#engines/org';
import { type Connection, connect } from '#platform/db';
import { keyRing, secrets } from '#platform/secrets';

const { connection, key, email } = JSON.parse(process.env['SENDER'] ?? '{}') as { connection: Connection; key: string; email: NonNullable<Setup['email']> };
secrets.use(keyRing([Buffer.from(key, 'base64')]));
const database = connect({ ...connection, poolSize: 4 });
notify.use({ database, contactsOf, publicUrl: 'https://union.example', mode: 'live', email, outbound: outboundOf() });
notify.start();
process.stdout.write('sending\n');

// Which PostgreSQL the tests may use. Without one, what needs it is skipped and the test run says so.
import { connect } from 'node:net';

const local = { host: '127.0.0.1', port: 5432, database: 'test' };

/**
 * The first message of PostgreSQL's protocol: length, version 3.0, then pairs of zero-ended strings.
 * Source: PostgreSQL documentation, "Message Formats", StartupMessage.
 */
function startupMessage(user: string, database: string): Buffer {
  const body = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(head.length + body.length, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
}

/**
 * Asks a server whether it lets this user in without a password, and whether the database exists.
 * @returns true only after ReadyForQuery (`Z`); an error, a password prompt, silence or nobody there is false
 */
export function letsIn(user: string, place = local, patience = 2_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place.port, place.host);
    const end = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    let seen = Buffer.alloc(0);
    socket.setTimeout(patience, () => end(false));
    socket.once('error', () => end(false));
    socket.once('close', () => end(false));
    socket.once('connect', () => socket.write(startupMessage(user, place.database)));
    socket.on('data', (chunk) => {
      seen = Buffer.concat([seen, chunk]);
      // Each message is a letter and a length that counts itself but not the letter.
      while (seen.length >= 5) {
        const letter = String.fromCharCode(seen[0] ?? 0);
        const length = seen.readInt32BE(1) + 1;
        if (letter === 'E') return end(false);
        if (letter === 'R' && seen.length >= 9 && seen.readInt32BE(5) !== 0) return end(false);
        if (letter === 'Z') return end(true);
        if (length < 5 || seen.length < length) return;
        seen = seen.subarray(length);
      }
    });
  });
}

/**
 * @returns `TEST_DATABASE_URL` when it is set (`none`: undefined), else the local server's database `test` when it
 *   lets the users postgres or root in without a password, else undefined
 */
export async function findPostgres(env = process.env, place = local): Promise<string | undefined> {
  const set = env['TEST_DATABASE_URL'];
  if (set) return set === 'none' ? undefined : set;
  for (const user of ['postgres', 'root']) {
    if (await letsIn(user, place)) return `postgres://${user}@${place.host}:${place.port}/${place.database}`;
  }
  return undefined;
}

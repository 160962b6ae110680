import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { nameThePort } from './name-the-port.ts';

const place = { setting: 'PORTICO_TWIN_PORT', port: 4800, host: '203.0.113.7' };
const refused = (code: string) => Promise.reject(Object.assign(new Error(`listen ${code}`), { code }));

test.each([
  ['EADDRINUSE', /Port 4800 is taken.* set PORTICO_TWIN_PORT/],
  ['EACCES', /may not listen on port 4800\. Set PORTICO_TWIN_PORT/],
  ['EADDRNOTAVAIL', /can’t listen on 203\.0\.113\.7\. Set HOST/],
  ['ENOTFOUND', /Set HOST/],
])('%s names the setting', async (code, words) => {
  await expect(nameThePort(place, refused(code))).rejects.toMatchObject({
    code: 'cannot-listen',
    message: expect.stringMatching(words),
  });
});

test('what listens comes back, and any other failure as it was', async () => {
  const server = createServer();
  expect(await nameThePort(place, Promise.resolve(server))).toBe(server);
  const bug = new TypeError('x is not a function');
  await expect(nameThePort(place, Promise.reject(bug))).rejects.toBe(bug);
});

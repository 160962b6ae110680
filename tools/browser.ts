// Which browser the tests use.
import { existsSync } from 'node:fs';

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns the path of a browser, from CHROMIUM_PATH or the usual places */
export async function findBrowser(env = process.env): Promise<string> {
  const found = [env['CHROMIUM_PATH'] ?? '', ...usualPlaces].find((path) => existsSync(path));
  if (!found) throw new Error('There is no browser for the tests. Install Chromium or set CHROMIUM_PATH.');
  return found;
}

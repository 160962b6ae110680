import { twinCloud } from '@portico/microsoft/twin-cloud';
import { isScenario } from '@portico/twin/scenarios/index';
import { scenarioName } from '@portico/twin/scenarios/names';
import { registrations } from '@portico/twin/registrations';
import { keepSaving } from '@portico/twin/keep-saving';
import { loadWorld } from '@portico/twin/save-world';
import { startTwin } from '@portico/twin/twin';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, SettingsFault } from './config.ts';
import { nameThePort } from './http/name-the-port.ts';
import type { Scene } from './start-api.ts';

/** Whether the twin has a world of this name. */
export const knowsScenario = (name: string): boolean => isScenario(name);

/** Starts the twin beside the API, with the world of the last time, or finds the one that runs already. */
export async function startRehearsal({ twin, data }: Config): Promise<Scene & AsyncDisposable> {
  if (!isScenario(twin.scenario))
    throw new SettingsFault(['PORTICO_TWIN_SCENARIO isn’t a scenario of the twin']);
  await mkdir(data, { recursive: true });
  const file = join(data, 'rehearsal-world.json');
  const controlUrl = `http://control.twin.localhost:${twin.port}/`;
  await using stack = new AsyncDisposableStack();
  // Of a twin that runs elsewhere only what it was asked for is known.
  let about: Scene['about'] = () => ({
    scenario: scenarioName(twin.scenario),
    speed: twin.speed,
    controlUrl,
  });
  if (!twin.external) {
    const state = await loadWorld(file, twin.scenario);
    const running = stack.use(
      await nameThePort(
        { setting: 'PORTICO_TWIN_PORT', port: twin.port, host: '127.0.0.1' },
        startTwin({ ...twin, scenario: twin.scenario, ...(state ? { state } : {}) }),
      ),
    );
    stack.use(keepSaving(file, running.world));
    const { world } = running;
    about = () => ({ scenario: scenarioName(world.state.scenario), speed: world.clock.speed, controlUrl });
  } else await mustAnswer(twin.port);
  const sealKeys = await rehearsalKey(join(data, 'rehearsal-key'));
  const opened = stack.move();
  return {
    cloud: twinCloud(twin.port, twin.speed),
    registrations: { wizard: registrations.browser, api: registrations.api },
    secrets: { apiSecret: registrations.apiSecret, sealKeys },
    about,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function mustAnswer(port: number): Promise<void> {
  try {
    await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(5000) });
  } catch (error) {
    throw Object.assign(
      new Error(
        `No twin answers on port ${port}. Start it first, set PORTICO_TWIN_PORT to where it runs, ` +
          'or leave PORTICO_TWIN_EXTERNAL away.',
        { cause: error },
      ),
      { code: 'no-twin' },
    );
  }
}

/** A key of this data folder, so that sealed caches outlive a restart. It opens nothing outside the twin. */
async function rehearsalKey(file: string): Promise<string> {
  const fresh = `rehearsal:${randomBytes(32).toString('base64')}`;
  try {
    await writeFile(file, fresh, { mode: 0o600, flag: 'wx' });
    return fresh;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return readFile(file, 'utf8');
    throw error;
  }
}

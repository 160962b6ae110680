import { expect, test } from 'vitest';
import { ask } from '../test-support/ask.ts';
import { fieldsOf } from '../services/identity/asking.ts';
import { scenarios } from '../scenarios/index.ts';
import { startTwin, type Twin } from '../twin.ts';
import { assumed } from '../world.ts';
import { switchChoices } from './switch-choices.ts';

const control = (twin: Twin) => `http://control.twin.localhost:${twin.port}`;
const json = { 'Content-Type': 'application/json' };

async function tell(twin: Twin, command: string, body: object) {
  const { status, text } = await ask(`${control(twin)}/${command}`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
  });
  return { status, body: fieldsOf(JSON.parse(text)) };
}

test('speed and clock', async () => {
  await using twin = await startTwin({ speed: 0, now: new Date('2026-11-23T12:00:00.000Z') });
  expect((await tell(twin, 'clock', { minutes: 90 })).body).toMatchObject({
    now: '2026-11-23T13:30:00.000Z',
  });
  expect((await tell(twin, 'speed', { speed: 600 })).body).toMatchObject({ speed: 600 });
  expect(await tell(twin, 'speed', { speed: 'fast' })).toMatchObject({ status: 400 });
  expect(twin.world.clock.speed).toBe(600);
});

test('faults are added and cleared, unknown ones are refused', async () => {
  await using twin = await startTwin({ speed: 0 });
  const fault = {
    kind: 'throttled',
    service: 'Power Pages',
    endpoint: 'createWebsite',
    count: 2,
    seconds: 7,
  };
  expect((await tell(twin, 'faults', fault)).body).toMatchObject({ faults: [fault] });
  expect(await tell(twin, 'faults', { kind: 'lightning' })).toMatchObject({ status: 400 });
  expect((await tell(twin, 'faults', { clear: true })).body).toMatchObject({ faults: [] });
});

test('whatever scenario begins anew, its ids are its own: no new one is anywhere in it', async () => {
  await using twin = await startTwin({ speed: 0 });
  for (const scenario of Object.keys(scenarios)) {
    expect(await tell(twin, 'scenario', { scenario })).toMatchObject({ status: 200 });
    const known = JSON.stringify(twin.world.state);
    const fresh = Array.from({ length: 200 }, () => twin.world.id());
    expect(new Set(fresh).size).toBe(fresh.length);
    expect(fresh.filter((id) => known.includes(id))).toEqual([]);
  }
});

test('each switch has both sides, and takes no third', async () => {
  await using twin = await startTwin({ speed: 0 });
  for (const [name, sides] of Object.entries(switchChoices))
    for (const side of sides)
      expect((await tell(twin, 'switches', { [name]: side })).body).toMatchObject({
        switches: { [name]: side },
      });
  expect(await tell(twin, 'switches', { siteCreationFails: 'never' })).toMatchObject({ status: 400 });
  expect(await tell(twin, 'switches', { gravity: 'off' })).toMatchObject({ status: 400 });
  expect(Object.keys(switchChoices).toSorted()).toEqual(Object.keys(assumed).toSorted());
});

test('what is wrong can be laid over the world and mended; what nobody knows is refused', async () => {
  await using twin = await startTwin({ speed: 0, defects: ['prospect-to-cash'] });
  expect((await tell(twin, 'defects', { lay: 'solution-missing' })).body).toMatchObject({
    defects: ['prospect-to-cash', 'solution-missing'],
  });
  expect((await tell(twin, 'defects', { mend: 'prospect-to-cash' })).body).toMatchObject({
    defects: ['solution-missing'],
  });
  expect((await ask(control(twin))).text).toContain('Mend solution-missing');
  expect(await tell(twin, 'defects', { lay: 'gravity' })).toMatchObject({ status: 400 });
});

test.each(Object.keys(scenarios))('the world begins anew as %s, at the real time', async (scenario) => {
  await using twin = await startTwin({ speed: 0 });
  twin.world.clock.jump(86_400_000);
  const { body } = await tell(twin, 'scenario', { scenario });
  expect(body).toMatchObject({ scenario, asked: 'contoso-fresh', writes: [] });
  expect(Math.abs(Date.parse(String(body['now'])) - Date.now())).toBeLessThan(60_000);
});

test('forms of the page lead back to it; other pages can’t use them', async () => {
  await using twin = await startTwin({ speed: 0 });
  const page = await ask(control(twin));
  expect(page.text).toContain('Begin anew');
  const post = (origin: string) =>
    ask(`${control(twin)}/speed`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin },
      body: 'speed=600',
    });
  expect((await post('http://example.com')).status).toBe(403);
  expect(twin.world.clock.speed).toBe(0);
  expect(await post(control(twin))).toMatchObject({ status: 303, headers: { location: '/' } });
  expect(twin.world.clock.speed).toBe(600);
});

test('the state is for programs, and answers to its own name only', async () => {
  await using twin = await startTwin({ speed: 0 });
  const state = await ask(`${control(twin)}/state`);
  expect(JSON.parse(state.text)).toMatchObject({ scenario: 'contoso-fresh' });
  expect((await ask(`http://elsewhere.example:${twin.port}/state`)).status).toBe(421);
});

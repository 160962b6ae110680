import type { Evidence } from '@portico/plan/finding';
import { z } from 'zod';
import type { Cloud } from '../cloud.ts';
import { defineService } from '../service.ts';
import type { Session } from '../session.ts';
import type { VirtualWorld } from './virtual-world.ts';

const row = { source: 'made up', standing: 'documented' } as const;
const thing = z.looseObject({ id: z.string() });

/** A service that doesn't exist, with one endpoint of each kind. */
export const shop = defineService({
  name: 'Shop',
  base: (cloud) => cloud.bases.bap,
  audience: (cloud) => cloud.audiences.bap,
  siblings: (cloud) => cloud.hosts.bap,
  headers: { 'odata-version': '4.0' },
  endpoints: {
    list: {
      ...row,
      method: 'GET',
      path: '/things',
      summary: 'All things',
      query: z.object({ $filter: z.string().optional(), secret: z.string().optional() }),
      answer: z.looseObject({ value: z.array(thing) }),
      effect: 'safe',
    },
    find: {
      ...row,
      method: 'GET',
      path: '/things/{id}',
      summary: 'One thing',
      answer: thing,
      absent: true,
      effect: 'safe',
    },
    describe: {
      ...row,
      method: 'GET',
      path: '/kinds/{id}',
      summary: 'What things of a kind are like',
      answer: thing,
      absent: true,
      effect: 'safe',
      steady: true,
    },
    search: {
      ...row,
      method: 'POST',
      path: '/search',
      summary: 'A read in spite of its verb',
      body: z.object({ word: z.string() }),
      answer: thing,
      effect: 'safe',
    },
    put: {
      ...row,
      method: 'POST',
      path: '/things/{id}',
      summary: 'A change that can be looked up',
      body: z.object({}),
      answer: thing,
      effect: 'keyed',
    },
    start: {
      ...row,
      method: 'POST',
      path: '/start',
      summary: 'A change that can’t',
      answer: thing,
      starts: true,
      effect: 'unsafe',
    },
    say: {
      ...row,
      method: 'POST',
      path: '/say',
      summary: 'A body as it is',
      body: z.string(),
      verbatim: true,
      answer: z.unknown(),
      effect: 'safe',
    },
    probe: {
      ...row,
      method: 'GET',
      path: '/probe',
      summary: 'Does it answer?',
      answer: z.unknown(),
      probes: true,
      effect: 'safe',
    },
    batch: {
      ...row,
      method: 'POST',
      path: '/$batch',
      summary: 'Many at once',
      body: z.object({}),
      answer: z.unknown(),
      effect: 'keyed',
    },
  },
});

export interface TestSession extends Session {
  readonly world: VirtualWorld;
  /** What was heard of. */
  readonly heard: Evidence[];
}

/** A session of a tenant on a cloud, interactive unless it says otherwise. */
export function sessionOn(cloud: Cloud, world: VirtualWorld, more: Partial<Session> = {}): TestSession {
  const heard: Evidence[] = [];
  return {
    cloud,
    tenant: 'contoso',
    token: async () => 'token-1',
    evidence: (record) => heard.push(record),
    patience: 'interactive',
    ...more,
    world,
    heard,
  };
}

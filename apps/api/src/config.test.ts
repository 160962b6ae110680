import { describe, expect, it } from 'vitest';
import { parseConfig, SettingsFault } from './config.ts';

const key = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
const real = {
  PORTICO_CLOUD: 'public',
  PORTICO_ADDRESS: 'https://portico.example/',
  PORTICO_WIZARD_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  PORTICO_API_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  PORTICO_API_SECRET: 'a-secret-of-some-length',
  PORTICO_SEAL_KEYS: key,
};

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsFault);
    return (error as SettingsFault).faults;
  }
};

describe('parseConfig', () => {
  it('needs nothing for a rehearsal', () => {
    expect(parseConfig({})).toMatchObject({
      cloud: 'twin',
      address: 'http://localhost:4700',
      databaseUrl: undefined,
    });
  });

  it('takes a whole real group and trims the address', () => {
    expect(parseConfig(real)).toMatchObject({ cloud: 'public', address: 'https://portico.example' });
  });

  it('reports all faults at once, by name, and repeats no value', () => {
    const faults = faultsOf({
      PORT: 'eighty',
      PORTICO_CLOUD: 'public',
      PORTICO_API_SECRET: 'hunter2',
      PORTICO_WIZARD_CLIENT_ID: 'not-a-guid-value',
      DATABASE_URL: 'mysql://root:topsecret@db/x',
    });
    const text = faults.join('\n');
    for (const name of [
      'PORT',
      'PORTICO_API_SECRET',
      'PORTICO_WIZARD_CLIENT_ID',
      'DATABASE_URL',
      'PORTICO_API_CLIENT_ID',
    ])
      expect(text).toContain(name);
    for (const value of ['eighty', 'hunter2', 'not-a-guid-value', 'topsecret'])
      expect(text).not.toContain(value);
  });

  it('refuses half a group, even in a rehearsal', () => {
    expect(faultsOf({ PORTICO_API_CLIENT_ID: real.PORTICO_API_CLIENT_ID })).toHaveLength(3);
  });

  it('refuses a name it does not know, so that a typing error is not silence', () => {
    expect(faultsOf({ PORTICO_CLUOD: 'public' }).join()).toContain('PORTICO_CLUOD');
  });

  it('refuses plain http for a real cloud, but for localhost', () => {
    expect(faultsOf({ ...real, PORTICO_ADDRESS: 'http://portico.example' })).toHaveLength(1);
    expect(faultsOf({ ...real, PORTICO_ADDRESS: 'http://localhost:4700' })).toHaveLength(0);
  });
});

import * as fc from 'fast-check';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseConfig, settings, SettingsFault } from './config.ts';

const key = `k1:${Buffer.alloc(32, 1).toString('base64')}`;
const real = {
  PORTICO_CLOUD: 'public',
  PORTICO_ADDRESS: 'https://portico.example/',
  PORTICO_WIZARD_CLIENT_ID: '11111111-1111-4111-8111-111111111111',
  PORTICO_API_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
  PORTICO_API_SECRET: 'a-secret-of-some-length',
  PORTICO_SEAL_KEYS: key,
};

const thrownBy = (env: Record<string, string>): SettingsFault | undefined => {
  try {
    parseConfig(env, () => env['PORTICO_TWIN_SCENARIO'] === undefined);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsFault);
    return error as SettingsFault;
  }
};

const faultsOf = (env: Record<string, string>): readonly string[] => thrownBy(env)?.faults ?? [];

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
    expect(faultsOf({ ...real, PORTICO_ADDRESS: 'HTTP://portico.example' })).toHaveLength(1);
    expect(faultsOf({ ...real, PORTICO_ADDRESS: 'http://localhost:4700' })).toHaveLength(0);
  });

  it('takes an address as browsers send it, and nothing behind the port', () => {
    expect(parseConfig({ PORTICO_ADDRESS: 'https://Portico.Example:443/' }).address).toBe(
      'https://portico.example',
    );
    for (const more of ['/wizard', '/?x=1', '/#x'])
      expect(faultsOf({ PORTICO_ADDRESS: `https://portico.example${more}` })).toHaveLength(1);
    expect(faultsOf({ PORTICO_ADDRESS: 'https://me:secret@portico.example' }).join()).not.toContain('secret');
  });

  it('refuses one name for two seal keys', () => {
    expect(faultsOf({ ...real, PORTICO_SEAL_KEYS: `${key},${key.replace('k1', 'k2')}` })).toEqual([]);
    expect(faultsOf({ ...real, PORTICO_SEAL_KEYS: `${key},${key}` })).toHaveLength(1);
  });

  it('says in words a person can act on what form is meant', () => {
    const faults = faultsOf({
      PORT: '1.5',
      DATABASE_URL: 'x',
      PORTICO_ADDRESS: 'x',
      PORTICO_TWIN_EXTERNAL: 'x',
    });
    expect(faults).toEqual([
      'PORT must be a whole number',
      'PORTICO_ADDRESS must be an address that begins with https:// or http://',
      'DATABASE_URL must be an address that begins with postgresql://',
      expect.stringContaining('PORTICO_TWIN_EXTERNAL must be one of: true,'),
    ]);
  });

  it('names each fault and never a value, whatever was put where', () => {
    // Any text is a host or a folder, and may be a secret.
    const picky = Object.keys(settings).filter(
      (name) => !['HOST', 'PORTICO_DATA', 'PORTICO_API_SECRET'].includes(name),
    );
    const forms = [
      '',
      'postgres://me:',
      'postgresql://[',
      'https://me:',
      `${key},k2:`,
      `${real.PORTICO_API_CLIENT_ID},`,
    ];
    const value = fc.tuple(
      fc.constantFrom(...forms),
      fc.constantFrom('', '@db.example:x/portico', ',', '=', ' '),
    );
    const values = fc.dictionary(fc.constantFrom(...picky), value, { minKeys: 1 });
    fc.assert(
      fc.property(values, fc.stringMatching(/^[0-9a-f]{12,40}$/), fc.boolean(), (put, hex, isReal) => {
        const secret = `s3cr3t${hex}`;
        const env = Object.entries(put).map(([name, [before, after]]) => [
          name,
          `${before}${secret}${after}`,
        ]);
        const error = thrownBy({
          ...(isReal ? { PORTICO_CLOUD: 'public' } : {}),
          PORTICO_API_SECRET: secret,
          ...Object.fromEntries(env),
        });
        for (const name of Object.keys(put)) expect(error?.message).toContain(`• ${name} `);
        expect(inspect(error, { depth: null, showHidden: true })).not.toContain(secret);
      }),
    );
  });
});

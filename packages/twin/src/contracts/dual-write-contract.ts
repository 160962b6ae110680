import { dualWrite } from '@portico/microsoft/services/dual-write';
import { expect, test } from 'vitest';
import { addressesOf } from './addresses-of.ts';
import type { Contract } from './contract.ts';

export const dualWriteContract: Contract = (stage) => {
  const open = async () => {
    const { gateway, finance } = await addressesOf(stage());
    const client = stage().connect(dualWrite, gateway);
    const identifier = new URL(finance).hostname;
    const [link] = await client.listLinkedEnvironments({ identifier });
    const cid = link?.cid ?? '';
    const maps = await client.listMaps({ cid });
    // Now and then the first list is empty.
    return { client, identifier, link, cid, maps: maps.length > 0 ? maps : await client.listMaps({ cid }) };
  };

  test('a link is found by its bare host, and by nothing else', async () => {
    const { client, identifier, link } = await open();
    expect(link?.powerAppsEnvironment?.toLowerCase()).toBe(stage().environment.toLowerCase());
    expect(await client.listLinkedEnvironments({ identifier: `https://${identifier}/` })).toEqual([]);
  });

  test('maps have a name on both sides, a state that we know, and versions', async () => {
    const { maps } = await open();
    expect(maps.length).toBeGreaterThan(0);
    for (const { leftEntity, rightEntity, detail } of maps) {
      expect(detail.tName).toBe(`${rightEntity.name} - ${leftEntity.displayName}`);
      expect(detail.state).not.toContain('unknown:');
      expect(detail.templates?.some(({ id }) => id === detail.tid)).toBe(true);
    }
  });

  test('what a map needs comes in order, itself last', async () => {
    const { client, cid, maps } = await open();
    const asked = maps.find(({ rightEntity }) => rightEntity.name === 'salesorderdetails')?.detail.tid ?? '';
    const [order] = await client.listPrerequisites({ cid, body: [asked] });
    expect(order?.at(-1)).toBe(asked);
    const known = maps.map(({ detail }) => detail.tid);
    expect(order?.every((id) => known.includes(id))).toBe(true);
  });

  test('the connection set names both sides and their companies', async () => {
    const { client, link, cid } = await open();
    const set = await client.getConnectionSet({ cname: link?.cname ?? cid });
    const types = Object.values(set.environments).map(({ targetType }) => targetType);
    expect(types).toContain('AX');
    expect(types.some((type) => /CRM|CDS/.test(type ?? ''))).toBe(true);
    expect(set.dualWriteDetail?.legalEntityMappings?.mappings?.length).toBeGreaterThan(0);
  });

  test('solutions that carry maps are listed with their versions', async () => {
    const { client, cid } = await open();
    const solutions = await client.listSolutions({ cid });
    expect(solutions.length).toBeGreaterThan(0);
    expect(solutions.every(({ version }) => /^\d+(\.\d+){3}$/.test(version ?? ''))).toBe(true);
  });
};

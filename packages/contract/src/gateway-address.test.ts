import { expect, test } from 'vitest';
import { gatewayOrigin } from './gateway-address.ts';

const gateways = ['https://projectmanagementservice.*.gateway.prod.island.powerapps.com'];
const origin = 'https://projectmanagementservice.weu-il107.gateway.prod.island.powerapps.com';

test.each([
  origin,
  `${origin}/`,
  `  ${origin}\n`,
  origin.toUpperCase(),
  `${origin}/api/DualWriteManagement/1.0/Environments?targetType=AX&identifier=contoso.operations.dynamics.com`,
  `${origin}?a=b`,
  `${origin}#part`,
])('%j is cut to its origin', (given) => {
  expect(gatewayOrigin(gateways, given)).toBe(origin);
});

test.each([
  '',
  'contoso',
  origin.replace('https://', ''),
  origin.replace('https', 'http'),
  `${origin}:8443/`,
  `${origin}.evil.example/`,
  `${origin}@evil.example/`,
  `https://evil.example/${origin}`,
  `https://evil.example#${origin}`,
  `${origin}\\.evil.example`,
  origin.replace('weu-il107', 'xn--weu-1ra'),
  origin.replace('weu-il107', 'weu.il107'),
  origin.replace('weu-il107', '-'),
  origin.replace('weu-il107', 'weu_il107'),
  origin.replace('k', '\u212a').replace('weu', 'wéu'),
  origin.replace('.gateway.', 'xgateway.'),
  'https://projectmanagementservice.weu-il107.gateway.twin.localhost',
])('%j is no gateway of this cloud', (given) => {
  expect(gatewayOrigin(gateways, given)).toBeUndefined();
});

test('plain http and a port, where that is the cloud’s own form', () => {
  const twin = ['http://projectmanagementservice.*.gateway.twin.localhost:4100'];
  const there = 'http://projectmanagementservice.eu-il107.gateway.twin.localhost:4100';
  expect(gatewayOrigin(twin, `${there}/api`)).toBe(there);
  expect(gatewayOrigin(twin, there.replace(':4100', ''))).toBeUndefined();
  expect(gatewayOrigin(twin, there.replace('http:', 'https:'))).toBeUndefined();
});

import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

/**
 * Labels of finance and operations hosts that stand for one geography, as the Power Platform names it (finance and
 * operations documentation, deployment-options-geo). A host without a label says nothing: most geographies share it.
 */
const geographies: Readonly<Record<string, string>> = {
  eu: 'europe',
  fr: 'france',
  no: 'norway',
  sa: 'southafrica',
  ch: 'switzerland',
  uae: 'unitedarabemirates',
};

const unified = msg({
  id: 'same-region.unified',
  defaultMessage:
    'Finance and operations lives in the same Power Platform environment, so in the same region.',
});
const probable = msg({
  id: 'same-region.ok',
  defaultMessage: 'Both sides are probably in the same region: {region}.',
});
const apart = msg({
  id: 'same-region.apart',
  defaultMessage:
    'The environment is in {region}, but the address of finance and operations, {host}, is one of {other}.',
});
const unsaid = msg({
  id: 'same-region.unsaid',
  defaultMessage: 'The environment is in {region}; which region finance and operations is in can’t be read.',
});
const byHost = msg({
  id: 'same-region.host',
  defaultMessage: 'The address {host} is one of {region}.',
});
const byLink = msg({
  id: 'same-region.link',
  defaultMessage: 'Both sides name each other, and Microsoft links environments of one region only.',
});
const cause = msg({
  id: 'same-region.cause',
  defaultMessage:
    'Dual-write needs both in one Azure region. An address is a sign of the region, not a proof.',
});
const lookPlatform = msg({
  id: 'same-region.remedy.platform',
  defaultMessage: 'In the Power Platform admin centre, open the environment and read its “Region”.',
});
const lookFinance = msg({
  id: 'same-region.remedy.finance',
  defaultMessage:
    'In Lifecycle Services, open the finance and operations environment, “Full details”, and read its “Azure region”; compare the two.',
});
const move = msg({
  id: 'same-region.remedy.move',
  defaultMessage: 'If they differ, ask Microsoft support to move one of them before you link dual-write.',
});

/** One region on both sides. Advice: no supported read proves it, so signs are named as signs and stop nobody. */
export default defineCheck({
  title: msg({ id: 'same-region.title', defaultMessage: 'Both sides are in the same region' }),
  why: msg({
    id: 'same-region.why',
    defaultMessage: 'Microsoft supports dual-write within one Azure region only.',
  }),
  owner: 'environment-admin',
  after: ['fno-linked'],
  observe: async ({ environment, dataverse, financeHost, cloud }) => {
    const [{ name, location, properties }, client, host] = await Promise.all([
      environment(),
      dataverse(),
      financeHost(),
    ]);
    const seen = await client.findFinanceOperations({});
    const linked = properties.linkedAppMetadata;
    return {
      host,
      region: location ?? '?',
      // `Internal` is finance and operations inside this environment (d365bap.tools, Get-BapEnvironment).
      unified: linked?.type === 'Internal' || seen?.IsUnifiedDatabase === true,
      bothSides: Boolean(linked?.url && seen?.Url),
      link: hubOf(cloud, name),
    };
  },
  judge: ({ host, region, unified: within, bothSides, link }) => {
    if (within)
      return { state: 'ok', says: text(unified), details: [{ state: 'proved', says: text(unified) }] };
    const other =
      geographies[/\.operations\.(\w+)\.dynamics\.com(:|$)/i.exec(host)?.[1]?.toLowerCase() ?? ''];
    const steps = [text(lookPlatform), text(lookFinance), text(move)];
    const remedy = { owner: 'environment-admin', steps, link } as const;
    if (other && other !== region)
      return { state: 'warn', says: text(apart, { region, host, other }), cause: text(cause), remedy };
    const details: Detail[] = [
      ...(other ? [{ state: 'probable', says: text(byHost, { host, region }) } as const] : []),
      ...(bothSides ? [{ state: 'probable', says: text(byLink) } as const] : []),
    ];
    if (details.length > 0) return { state: 'ok', says: text(probable, { region }), details };
    return {
      state: 'unknown',
      says: text(unsaid, { region }),
      problem: { code: 'not-readable' },
      remedy,
    };
  },
});

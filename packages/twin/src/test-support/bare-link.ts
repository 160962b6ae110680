import { virtualClock } from '../clock.ts';
import { runMaps } from '../dual-write/run-maps.ts';
import { sequenceOf } from '../dual-write/sequences.ts';
import { settleDualWrite } from '../dual-write/settle.ts';
import { days } from '../platform/durations.ts';
import { contoso } from '../scenarios/contoso.ts';
import type { DualWriteMap, Leg, Master } from '../world/dual-write.ts';
import type { Row } from '../world/rows.ts';
import { createWorld, type State } from '../world.ts';

/** A link and both its sides without the services in front of them: maps run by the page's own functions. */
export function bareLink(state: State = contoso()) {
  const world = createWorld(state, virtualClock(0, Date.parse('2026-11-23T08:00:00Z')));
  const [link] = state.dualWrite.links;
  const [organization] = state.dataverse.organizations;
  const [finance] = state.finance.environments;
  if (!link || !organization || !finance) throw new Error('There is no link.');
  const map = (name: string): DualWriteMap => {
    const found = link.maps.find((each) => each.name === name);
    if (!found) throw new Error(`There is no ${name}.`);
    return found;
  };
  const settle = (milliseconds: number) => {
    world.clock.jump(milliseconds);
    settleDualWrite(world);
  };
  const rows = (set: string): Row[] => organization.tables[set] ?? [];
  return {
    world,
    link,
    organization,
    finance,
    map,
    settle,
    rows,
    /** Runs maps in the order given, copying rows, until all is over. */
    run(names: readonly string[], master: Master = 'AX', initialSync = true): void {
      runMaps(
        world,
        link,
        names.map((name) => ({ map: map(name), initialSync, master })),
      );
      settle(30 * days);
    },
    /** What a map needs, in order and without itself; what runs is left out. */
    before: (name: string): readonly string[] =>
      sequenceOf(link, map(name))
        .filter((each) => each.name !== name && each.state !== 4)
        .map((each) => each.name),
    /** The legs of a company in a map's last run. */
    legs(name: string, company = 'usmf'): readonly Leg[] {
      const { pid } = map(name);
      return link.executions.findLast((each) => each.pid === pid && each.company === company)?.legs ?? [];
    },
    /** All rows of a table, those that are alike too. */
    total: (set: string): number =>
      rows(set).length + (organization.alike[set] ?? []).reduce((sum, { count }) => sum + count, 0),
    row: (set: string, column: string, value: unknown): Row | undefined =>
      rows(set).find((each) => each[column] === value),
    customer: (account: string): Row | undefined =>
      finance.tables['CustCustomerV3Entity']?.rows.find((each) => each['CustomerAccount'] === account),
  };
}
export type BareLink = ReturnType<typeof bareLink>;

import { days, later, minutes } from '../../platform/durations.ts';
import { type State, guid } from '../../world.ts';

/** The maps that somebody got running, and the one on which they gave up. */
const running = ['cdm_companies', 'transactioncurrencies', 'msdyn_customergroups'];
const failed = 'accounts';

/** Two days ago somebody started four maps: three run, and customers stopped at a group that isn't in Dataverse. */
export function halfRun(state: State, now: Date): State {
  const began = later(now, -2 * days);
  const at = (minute: number) => later(new Date(began), minute * minutes);
  for (const link of state.dualWrite.links)
    for (const [index, set] of [...running, failed].entries()) {
      const map = link.maps.find(({ dataverse }) => dataverse.name === set);
      if (!map) continue;
      const [pid, request] = [guid(400 + index), guid(410 + index)];
      // The clock applies it with the first call, and leaves the records that go with it.
      map.pid = pid;
      map.state = set === failed ? 1 : 2;
      if (set !== failed) map.due.push({ at: at(5 + index), state: 4 });
      const [company] = link.companies;
      const message = `Couldn't resolve the guid for the field: msdyn_customergroup.msdyn_groupid. The lookup value was not found: 90. Try this URL(s) to check if the reference data exists`;
      const errors =
        set === failed && company
          ? [{ company: company.id, record: 'US-090', field: 'CustomerGroupId', message }]
          : [];
      link.requests.push({
        id: request,
        map: map.id,
        action: '1',
        createdAt: at(index),
        acceptedAt: at(index),
        endsAt: at(5 + index),
        activity: guid(420 + index),
        ...(errors.length > 0 ? { error: message } : {}),
      });
      for (const [place, [name, rows]] of Object.entries(map.rows).entries())
        link.executions.push({
          id: guid(430 + index * 5 + place),
          pid,
          request,
          company: name,
          startsAt: at(index + place),
          endsAt: at(index + place + 1),
          rows: rows - errors.filter((error) => error.company === name).length,
          errors: errors.filter((error) => error.company === name),
        });
    }
  return state;
}

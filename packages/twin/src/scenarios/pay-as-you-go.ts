import { guid, type State } from '../world.ts';
import { environments } from './contoso/ids.ts';
import { noPowerPages } from './no-power-pages.ts';

/** No capacity was bought; the environment pays for the site’s users as they come. */
export function payAsYouGo(): State {
  const state = noPowerPages();
  state.platform.billing[environments.production] = guid(210);
  return { ...state, scenario: 'pay-as-you-go' };
}

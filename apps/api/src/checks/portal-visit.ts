import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import type { PortalVisit } from '../targets/portal-visits.ts';

const words = {
  'sign-in': msg({
    id: 'portal-visit.sign-in',
    defaultMessage: 'Read in Dataverse: {name} signed in to the portal, {at}.',
  }),
  invitation: msg({
    id: 'portal-visit.invitation',
    defaultMessage:
      'Read in Dataverse: {name} has taken their invitation to the portal. It last changed there {at}.',
  }),
  order: msg({
    id: 'portal-visit.order',
    defaultMessage: 'Read in Dataverse: {name} placed an order on the portal, {at}.',
  }),
} as const;

/** By what we know that somebody was on the portal, and when that was. */
export const visitSeen = ({ by, name, at }: PortalVisit): Detail => ({
  state: 'proved',
  says: text(words[by], { name, at }),
});

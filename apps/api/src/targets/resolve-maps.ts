import type { Candidate, MapApart, ResolvedMap } from '@portico/contract/findings';
import { type Message, msg } from '@portico/plan/text';
import { holds, isActive, type Known, titleOf } from './known-map.ts';
import { isNamed, meanings, type OrderFamily, others } from './map-families.ts';
import { betterVersion } from './map-version.ts';
import { type Picked, pickMap } from './pick-map.ts';

const newerOrders = msg({
  id: 'maps-resolved.reason.newer-orders',
  defaultMessage: 'The quotation life cycle with Dynamics 365 Sales is in use here, and this is its map.',
});
const withFeatures = msg({
  id: 'maps-resolved.reason.feature-states',
  defaultMessage:
    'The newer order maps need it. Its rows are always copied, and always from finance and operations.',
});
const addressBook = msg({
  id: 'maps-resolved.reason.address-book',
  defaultMessage: 'The party and global address book solution is installed: contact persons go by this map.',
});
const persons = msg({
  id: 'maps-resolved.reason.contact-persons',
  defaultMessage:
    'Nothing to do: it isn’t in the guide. Start it where contact persons of your customers are to be on both sides; without it they stay where they are.',
});
const notBesideAddressBook = msg({
  id: 'maps-resolved.reason.apart-address-book',
  defaultMessage: 'The address book’s “Contacts V2” has taken its place; both together write rows twice.',
});
const notBothOrders = msg({
  id: 'maps-resolved.reason.apart-orders',
  defaultMessage: 'Orders go by one pair of maps; this one belongs to the other pair.',
});
const double = msg({
  id: 'maps-resolved.reason.apart-double',
  defaultMessage: 'It maps the same tables as the one that is used, and was saved a second time.',
});

type Choices = Readonly<Record<string, string>>;

/** The five maps, what runs beside them, and what must not run while they do. */
export interface MapPlan {
  readonly maps: readonly ResolvedMap[];
  readonly beside: readonly ResolvedMap[];
  readonly apart: readonly MapApart[];
}

/** Whether a name without a map is one that nobody has to choose for. */
export const isOptional = (reason: string): boolean => reason === persons.id;

/** What somebody decides who wants none of an optional map. */
const none = 'none';

/** Finds the map behind each documented name; what it can't tell apart it leaves to the person. */
export function resolveMaps(maps: readonly Known[], choices: Choices): MapPlan {
  const named = (name: string | undefined) => maps.filter((map) => isNamed(map, name));
  const family = orderFamily(maps, choices);
  const five = meanings.map(({ wanted, guide, sales }): ResolvedMap => {
    const meant = family === 'sales' && sales ? named(sales) : named(guide);
    const all = [...named(guide), ...named(sales)];
    const picked = pickMap(meant, all, choices[wanted]);
    const reason = sales && family === 'sales' && picked.kind === 'name' ? newerOrders : picked.reason;
    return resolved(wanted, picked, all, reason);
  });
  const inAddressBook = named(others.addressBookContacts);
  const persona =
    inAddressBook.length > 0 ? fromAddressBook(inAddressBook, choices) : optionalPersons(maps, choices);
  const features = family === 'sales' ? featureStates(named(others.featureStates), choices) : [];
  const beside = [...features, ...persona];
  const used = chosenOf({ maps: five, beside }).map(({ id }) => id);
  const away = (list: readonly Known[], reason: Message) =>
    list.filter(({ id }) => !used.includes(id)).map((map) => apart(map, reason));
  const otherPair = meanings.flatMap(({ guide, sales }) =>
    sales ? named(family === 'sales' ? guide : sales) : [],
  );
  const doubles = maps.filter((map) =>
    maps.some((one) => used.includes(one.id) && one.id !== map.id && isNamed(map, one.name)),
  );
  return {
    maps: five,
    beside,
    apart: [
      ...away(otherPair, notBothOrders),
      ...(inAddressBook.length > 0 ? away(named(others.contactPersons), notBesideAddressBook) : []),
      // The vendors' people have a map of the same name that is no double.
      ...away(
        doubles.filter((map) => !isNamed(map, others.contactPersons)),
        double,
      ),
    ],
  };
}

/** All that is meant: what runs beside the five, and they. */
export const chosenOf = ({ maps, beside }: Pick<MapPlan, 'maps' | 'beside'>): readonly Candidate[] =>
  [...beside, ...maps].flatMap(({ chosen }) => chosen ?? []);

/** Which pair of order maps: what was chosen, else what runs, else what is there; the guide's when both are. */
function orderFamily(maps: readonly Known[], choices: Choices): OrderFamily {
  const of = (family: OrderFamily) =>
    maps.filter((map) => meanings.some((meaning) => meaning.sales && isNamed(map, meaning[family])));
  const chosen = [choices['sales-order-header'], choices['sales-order-details']].find(Boolean);
  if (of('sales').some((map) => holds(map, chosen))) return 'sales';
  if (of('guide').some((map) => holds(map, chosen))) return 'guide';
  if (of('guide').some(isActive)) return 'guide';
  if (of('sales').some(isActive)) return 'sales';
  const switched = maps.some((map) => isNamed(map, others.featureStates) && isActive(map));
  return of('sales').length > 0 && (switched || of('guide').length === 0) ? 'sales' : 'guide';
}

function fromAddressBook(maps: readonly Known[], choices: Choices): readonly ResolvedMap[] {
  const picked = pickMap(maps, maps, choices['contact-persons']);
  return [resolved('contact-persons', picked, maps, picked.map ? addressBook : picked.reason)];
}

/** Contact persons where the guide's five are all that must run: only when somebody wants them, or has them. */
function optionalPersons(maps: readonly Known[], choices: Choices): readonly ResolvedMap[] {
  const all = maps.filter((map) => isNamed(map, others.contactPersons) && !isForVendors(map));
  if (all.length === 0) return [];
  const choice = choices['contact-persons'];
  const picked = pickMap(all, all, choice);
  const wanted = choice !== none && (picked.kind === 'chosen' || all.some(isActive));
  const found = wanted
    ? resolved('contact-persons', picked, all, picked.reason)
    : resolved('contact-persons', {}, all, persons);
  return [{ ...found, optional: true }];
}

function featureStates(maps: readonly Known[], choices: Choices): readonly ResolvedMap[] {
  const picked = pickMap(maps, maps, choices['feature-states']);
  return [resolved('feature-states', picked, maps, picked.map ? withFeatures : picked.reason)];
}

const resolved = (
  wanted: ResolvedMap['wanted'],
  { map }: Pick<Picked, 'map'>,
  all: readonly Known[],
  reason: Message,
): ResolvedMap => ({
  wanted,
  candidates: all.map(candidate),
  reason: reason.id,
  ...(map ? { chosen: candidate(map) } : {}),
});

const apart = (map: Known, reason: Message): MapApart => {
  const { id, name, version } = candidate(map);
  return { id, name, version, running: isActive(map), reason: reason.id };
};

/** The filter where it was read, or what its description says: nothing else tells the two maps apart. */
const isForVendors = ({ description }: Known): boolean =>
  /vendor|contactforvendor\s+eq\s+true|AssociatedContactType\s*(==|eq)\s*1/i.test(description);

function candidate(map: Known): Candidate {
  const { id, version, author, description } = map;
  const better = betterVersion(map);
  return {
    id,
    name: titleOf(map),
    version,
    author,
    ...(description ? { description } : {}),
    ...(better ? { better } : {}),
  };
}

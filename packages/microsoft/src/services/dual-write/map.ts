import { z } from 'zod';
import { listOf } from '../../wire.ts';
import { codeOf, count, digits, fields } from './fields.ts';

const text = z.string().nullish();

/** From the enumerations of Microsoft's own automation; 0 and 6 read the same on the page. */
const mapState = codeOf({
  '0': 'not-running',
  '1': 'stopped',
  '2': 'initial-sync',
  '3': 'resuming',
  '4': 'running',
  '5': 'paused',
  '6': 'not-running',
});

const requestState = codeOf({ '1': 'waiting', '2': 'completed', '3': 'failed' });

const mapRequest = fields({
  requestId: z.string(),
  action: digits.nullish(),
  createdOn: text,
  modifiedOn: text,
  state: requestState,
  errorMessage: text,
  errorUri: text,
  /** What Microsoft's support asks for. */
  rootActivityId: text,
});

/** `1.0.0.5`, from four numbers or as it is. */
const version = z.union([
  z.string(),
  fields({ major: count, minor: count, build: count, revision: count }).transform(
    ({ major, minor, build, revision }) => [major, minor, build, revision].join('.'),
  ),
]);

const template = fields({
  id: z.string(),
  name: text,
  displayName: text,
  description: text,
  /** `Publisher` on the page. */
  author: text,
  version: version.nullish(),
  readOnly: z.boolean().nullish(),
});

const entity = fields({ targetType: text, name: z.string(), displayName: text });

/** A table map as the gateway lists it: left is finance and operations, right is Dataverse. */
export const tableMap = fields({
  leftEntity: entity,
  rightEntity: entity,
  detail: fields({
    tid: z.string(),
    /** `accounts - Customers V3` */
    tName: z.string(),
    /** Null until the map was initialised. */
    pid: text,
    state: mapState,
    template: template.nullish(),
    templates: listOf(template).nullish(),
    /** Codes of what may be asked now. */
    actions: listOf(digits).nullish(),
    lastRequest: mapRequest.nullish(),
    lastRequests: listOf(mapRequest).nullish(),
    isProjectDeleted: z.boolean().nullish(),
  }),
});
export type TableMap = z.output<typeof tableMap>;

import { Reply } from '@portico/http/mount';
import { applicationPackages } from '@portico/microsoft/services/application-packages';
import { installing, installPackage } from '../platform/install-package.ts';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { Environment, Operation } from '../world/platform.ts';
import { packageBody } from './application-packages/package-body.ts';
import { allow, environmentOf, gateway } from './power-platform/gateway.ts';
import { operationReply } from './power-platform/operation-reply.ts';

const read = ['AppManagement.ApplicationPackages.Read'];
const install = ['AppManagement.ApplicationPackages.Install'];

export const applicationPackagesTwin: ServiceTwin<typeof applicationPackages.endpoints> = {
  ...gateway,
  name: applicationPackages.name,
  endpoints: applicationPackages.endpoints,
  handlers: {
    listPackages: ({ params, query, context }) => {
      const environment = enter(context, params.environment, read);
      const { world } = context;
      return {
        value: (world.state.platform.packages[environment.id] ?? [])
          .map((each) => packageBody(world, each, installing(world, environment, each)))
          .filter(({ state }) => !query.appInstallState || state === query.appInstallState),
      };
    },
    installPackage: ({ params, context }) => {
      enter(context, params.environment, install);
      const { world, caller } = context;
      const operation = installPackage(world, caller.person, params.environment, params.package);
      return operationReply(world, 'appmanagement', operation);
    },
    getOperation: ({ params, context }) => {
      const environment = enter(context, params.environment, [...read, ...install]);
      const found = context.world.state.platform.operations.find(
        ({ id, environment: of, kind }) =>
          id === params.operation && of === environment.id && kind === 'install-package',
      );
      if (!found) throw unknown('Operation');
      return operationBody(context, found);
    },
  },
};

const unknown = (what: string) => new Refused(404, { StatusCode: 404, Message: `${what} was not found` });

function enter(context: Call, environment: string, scopes: readonly string[]): Environment {
  allow(context, scopes);
  return environmentOf(context, environment, () => {
    throw unknown('Environment');
  });
}

/** In its first minutes an operation is answered with 409, which only means that it is busy (terraform provider). */
function operationBody({ world }: Call, operation: Operation) {
  const now = world.clock.now().getTime();
  const [start, end] = [Date.parse(operation.startedAt), Date.parse(operation.endsAt)];
  const body = {
    operationId: operation.id,
    createdDateTime: operation.startedAt,
    lastActionDateTime: new Date(Math.min(now, end)).toISOString(),
    statusMessage: '',
  };
  if (now < end)
    return now - start < 120_000
      ? new Reply(409, { StatusCode: 409, Message: 'The operation is in progress' })
      : { ...body, status: 'Running' };
  if (!operation.fails) return { ...body, status: 'Succeeded' };
  return {
    ...body,
    status: 'Failed',
    error: {
      errorName: operation.fails.code,
      errorCode: 0,
      message: operation.fails.message,
      type: 'System',
      statusCode: 500,
      source: 'Dataverse',
    },
  };
}

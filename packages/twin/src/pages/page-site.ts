import express, { type Request, type Response, type Router } from 'express';
import { Refused, type Site } from '../serve.ts';
import { fieldsOf, text } from '../services/identity/asking.ts';
import type { Persona } from '../world/directory.ts';
import type { World } from '../world.ts';
import { html, page, pageHeaders } from './layout.ts';
import { sameOrigin } from './same-origin.ts';
import { pick, personOf, sendPicker, signedInAs } from './who.ts';

export interface Visit {
  readonly world: World;
  readonly person: Persona;
  readonly request: Request;
  readonly response: Response;
  /** What a form sent, as text. */
  field(name: string): string;
  show(title: string, content: ReturnType<typeof html>, status?: number): void;
}

export type Show = (visit: Visit) => void;

export interface Pages {
  get(path: string, show: Show): void;
  post(path: string, act: Show): void;
}

/** One of Microsoft's pages: asks who it is first, and says in words what the API would have refused. */
export function pageSite(world: World, host: RegExp, routes: (on: Pages) => void): Site {
  const app = express();
  app.disable('x-powered-by');
  app.use(sameOrigin({ programs: false }), express.urlencoded({ extended: false, limit: '64kb' }));
  app.post('/_twin/pick', (request, response) => pick(world, request, response));
  const router: Router = express.Router();
  const handle = (show: Show) => (request: Request, response: Response) => {
    const person = personOf(world, request);
    if (person) say(visitOf(world, person, request, response), show);
    else sendPicker(world, request, response);
  };
  routes({
    get: (path, show) => router.get(path, handle(show)),
    post: (path, act) => router.post(path, handle(act)),
  });
  app.use(router);
  app.use((_request, response) => {
    response.status(404).set(pageHeaders).send(page('Page not found', html`<p>There is no such page.</p>`));
  });
  return { host, handler: app };
}

function visitOf(world: World, person: Persona, request: Request, response: Response): Visit {
  const fields = fieldsOf(request.body);
  return {
    world,
    person,
    request,
    response,
    field: (name) => text(fields, name) ?? '',
    show: (title, content, status = 200) => {
      const header = signedInAs(person, request.method === 'GET' ? request.originalUrl : '/');
      response
        .status(status)
        .set(pageHeaders)
        .send(page(title, content, header));
    },
  };
}

/** The rights are those of the API, because the functions are; a refusal becomes a page with the same words. */
function say(visit: Visit, show: Show): void {
  try {
    show(visit);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { status, body } = error.reply;
    const said = words(body);
    visit.show(
      'Something went wrong',
      html`<div class="error" role="alert"><p>${said}</p></div><p>Status ${String(status)}.</p>`,
      status,
    );
  }
}

/** The message, wherever this service puts it. */
function words(body: unknown): string {
  // The dual-write gateway answers a list of what went wrong.
  const flat = fieldsOf(Array.isArray(body) ? body[0] : body);
  const inner = fieldsOf(flat['error']);
  return text(inner, 'message') ?? text(flat, 'Message') ?? text(flat, 'message') ?? 'You can’t do this.';
}

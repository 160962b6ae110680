import express, { type Request, type Response } from 'express';
import { pageHeaders } from '../pages/layout.ts';
import { sameOrigin } from '../pages/same-origin.ts';
import { scenarios } from '../scenarios/index.ts';
import type { Site } from '../serve.ts';
import type { World } from '../world.ts';
import { commands } from './commands.ts';
import { controlPage } from './page.ts';

/** The rehearsal's own controls: a page for people, the same as JSON for programs. */
export function controlSite(world: World): Site {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    sameOrigin({ programs: true }),
    express.json({ limit: '64kb' }),
    express.urlencoded({ extended: false, limit: '64kb' }),
  );
  app.get('/', (_request, response) => {
    response.set(pageHeaders).send(controlPage(world));
  });
  app.get('/state', (_request, response) => {
    response.set('Cache-Control', 'no-store').json(overview(world));
  });
  app.get('/writes', (_request, response) => {
    response.set('Cache-Control', 'no-store').json(world.state.writes);
  });
  for (const [name, command] of Object.entries(commands))
    app.post(`/${name}`, (request, response) =>
      answer(world, request, response, command.run(world, request.body)),
    );
  return { host: /^control\.twin\.localhost$/, handler: app };
}

const overview = (world: World) => ({
  now: world.clock.now().toISOString(),
  speed: world.clock.speed,
  scenarios: Object.keys(scenarios),
  ...world.state,
});

/** A form goes back to the page; a program gets the state that came of it. */
function answer(world: World, request: Request, response: Response, wrong: string | undefined): void {
  if (wrong) response.status(400).json({ message: wrong });
  else if (request.is('application/x-www-form-urlencoded')) response.redirect(303, '/');
  else response.json(overview(world));
}

import type { RequestHandler } from 'express';

const thisMachine = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Whoever opens a page by another name of this machine, such as 127.0.0.1, goes on by ours: a sign-in and what a browser keeps
 * hang on the name, and commands from pages of another one are refused. Where we have a name of the network, a proxy
 * may ask by any, and nothing is said about that.
 */
export function byOurName(address: string): RequestHandler {
  const ours = new URL(address);
  return (request, response, next) => {
    const asked = URL.parse(`${ours.protocol}//${request.headers.host ?? ''}`);
    const isOther = asked !== null && asked.port === ours.port && asked.hostname !== ours.hostname;
    if (isOther && [asked, ours].every(({ hostname }) => thisMachine.test(hostname)))
      response.redirect(307, `${ours.origin}${request.originalUrl}`);
    else next();
  };
}

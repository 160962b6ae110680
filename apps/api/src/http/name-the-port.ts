/** A place to listen, and the setting that chose its port. */
export interface Place {
  readonly setting: string;
  readonly port: number;
  readonly host: string;
}

/** Why nobody can listen there, in words that name the setting to change. */
export class ListenFault extends Error {
  readonly code = 'cannot-listen';
}

/** Waits for `listening`; when the system refuses the port or the host, says which setting is meant. */
export async function nameThePort<T>(place: Place, listening: Promise<T>): Promise<T> {
  try {
    return await listening;
  } catch (error) {
    const words = wordsFor(place, error instanceof Error && 'code' in error ? error.code : undefined);
    throw words ? new ListenFault(words, { cause: error }) : error;
  }
}

function wordsFor({ setting, port, host }: Place, code: unknown): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return (
        `Port ${port} is taken. Perhaps Portico already runs in another window: open that one, stop it, ` +
        `or set ${setting} to another number.`
      );
    case 'EACCES':
      return `This user may not listen on port ${port}. Set ${setting} to a number above 1024.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine can’t listen on ${host}. Set HOST to one of its own addresses.`;
    default:
      return undefined;
  }
}

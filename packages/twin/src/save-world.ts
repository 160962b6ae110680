import { open, readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import type { State, World } from './world.ts';

/** Grows when the shape of a world changes: an older file is then refused, never guessed at. */
const version = 7;

const parts = z.looseObject({
  scenario: z.string(),
  resumeAt: z.string(),
  ids: z.number(),
  switches: z.looseObject({}),
  directory: z.looseObject({}),
  platform: z.looseObject({}),
  dataverse: z.looseObject({}),
  dualWrite: z.looseObject({}),
  finance: z.looseObject({}),
  writes: z.array(z.unknown()),
  faults: z.array(z.unknown()),
  defects: z.array(z.string()),
});

const saved = z.object({
  version: z.literal(version),
  savedAt: z.string(),
  // The parts were written by saveWorld of the same version; the stamp stands for their inner shape.
  state: z.custom<State>((value) => parts.safeParse(value).success),
});

/** A file that isn't a world of this version. Nothing was changed. */
export class UnreadableWorld extends Error {
  readonly code = 'rehearsal-unreadable';
}

/** Writes a world beside its file and moves it there, so that a crash leaves the old one or the new one. */
export async function saveWorld(file: string, { state, clock }: World): Promise<void> {
  const now = clock.now().toISOString();
  const text = JSON.stringify({ version, savedAt: now, state: { ...state, resumeAt: now } });
  const beside = `${file}.${process.pid}.new`;
  const handle = await open(beside, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, file);
}

/**
 * Reads a world that was saved. Undefined when there is none, or when it was begun for another scenario than the one
 * asked for now. Throws {@link UnreadableWorld} for anything else that isn't whole and of this version.
 */
export async function loadWorld(file: string, asked?: string): Promise<State | undefined> {
  const text = await readIfThere(file);
  if (text === undefined) return undefined;
  const parsed = saved.safeParse(json(text, file));
  if (!parsed.success)
    throw new UnreadableWorld(
      `${file} is the world of a rehearsal that another version of Portico saved, and this one can’t go on with it. ` +
        'Move that file away to begin with a fresh world.',
    );
  const { state } = parsed.data;
  return asked !== undefined && (state.asked ?? state.scenario) !== asked ? undefined : state;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function json(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableWorld(`${file} is not whole. Move that file away to begin with a fresh world.`, {
      cause: error,
    });
  }
}

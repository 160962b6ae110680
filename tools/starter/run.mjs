// Starts child processes so that Ctrl+C and exit codes behave as if there were no process in between.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {NodeJS.Signals[]} */
const passedOn = process.platform === 'win32' ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, output: string }} Ended
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean, tied?: boolean }} RunOptions
 */

/** We were told to stop while a program worked for us: what it said then is no failure of its own. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}.`);
    this.name = 'Interrupted';
    this.exitCode = 128 + constants.signals[signal];
  }
}

/**
 * Runs a program to its end. While it runs, signals sent to us are sent on to it and we stay alive: a terminal
 * sends Ctrl+C to both, a service manager only to us, so the child may see one key press twice.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options] `quiet`: collect the output instead of showing it; `tied`: a Node program that
 *   notices by its channel (see alone.mjs) when we are gone
 * @returns {Promise<Ended>} rejects with the system's error (ENOENT…) when it cannot be started, and, when it is
 *   quiet, with `Interrupted` when we were told to stop meanwhile
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: options.quiet
        ? ['ignore', 'pipe', 'pipe']
        : ['inherit', 'inherit', 'inherit', ...(options.tied ? [/** @type {const} */ ('ipc')] : [])],
    });
    let output = '';
    /** @type {NodeJS.Signals | undefined} */
    let told;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      told ??= signal;
      child.kill(signal);
    };
    for (const signal of passedOn) process.on(signal, passOn);
    const release = () => {
      for (const signal of passedOn) process.off(signal, passOn);
    };
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (code, signal) => {
      release();
      if (told && options.quiet) reject(new Interrupted(told));
      else resolve({ code, signal, output });
    });
  });
}

/**
 * Ends this process the way its child ended. A child killed by a signal gives 128 + signal number, as shells do.
 * @param {{ code: number | null, signal: NodeJS.Signals | null }} ended
 * @returns {number} the exit code
 */
export function exitCodeOf({ code, signal }) {
  if (code !== null) return code;
  return 128 + (signal ? constants.signals[signal] : 0);
}

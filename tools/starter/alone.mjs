// Nothing stays behind when whoever started us is gone and could not tell us: a killed npm, a stopped service.
import { readFileSync } from 'node:fs';

/** How often we look whether npm and its shell are still there, in milliseconds. The system has no event for it. */
const every = 500;

/** Does what SIGTERM does: told to whoever listens, else the end. */
function stop() {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
}

/**
 * Stops this process as SIGTERM would, once its parent is gone. The starter's child learns it from the channel
 * between the two. The starter itself looks after the shell that npm started it with: npm hands SIGTERM to that
 * shell only, which dies of it and leaves us behind; and after npm, without which the shell just waits for us.
 * Started in another way we may outlive our parent (nohup).
 */
export function stopWhenAlone() {
  if (process.channel) {
    process.once('disconnect', stop);
    // It must not keep alive what has nothing left to do.
    process.channel.unref();
    return;
  }
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const first = above();
  const timer = setInterval(() => {
    if (above() === first) return;
    clearInterval(timer);
    stop();
  }, every);
  timer.unref();
}

/**
 * Whom npm put above us: a shell and npm itself, or npm alone where the shell made way for us. Whoever is above npm
 * may go.
 */
function above() {
  try {
    // proc(5): the name in brackets, the state, the parent. Other systems have no such file, and say less.
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    const [, name, parent] = /\((.*)\) \S (\d+)/.exec(stat) ?? [];
    return name === 'sh' ? `${process.ppid} ${parent}` : `${process.ppid}`;
  } catch {
    return `${process.ppid}`;
  }
}

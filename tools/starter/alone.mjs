// Nothing stays behind when whoever started us is gone and could not tell us: a killed npm, a stopped service.

/** How often we look whether npm's shell is still there, in milliseconds. The system has no event for it. */
const every = 500;

/** Does what SIGTERM does: told to whoever listens, else the end. */
function stop() {
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(143);
}

/**
 * Stops this process as SIGTERM would, once its parent is gone. The starter's child learns it from the channel
 * between the two. The starter itself looks after the shell that npm started it with: npm hands SIGTERM to that
 * shell only, which dies of it and leaves us behind. Started in another way we may outlive our parent (nohup).
 * @param {{ every?: number, parent?: () => number }} [at] for tests
 */
export function stopWhenAlone(at = {}) {
  if (process.channel) {
    process.once('disconnect', stop);
    // It must not keep alive what has nothing left to do.
    process.channel.unref();
    return;
  }
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = at.parent ?? (() => process.ppid);
  const first = parent();
  const timer = setInterval(() => {
    if (parent() === first) return;
    clearInterval(timer);
    stop();
  }, at.every ?? every);
  timer.unref();
}

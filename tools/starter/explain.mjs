// Turns what npm, pnpm or the system said into whole sentences: what happened, why, what to do.

/** A failure of the starter that a person can do something about. Printed without a stack. */
export class StarterProblem extends Error {
  /** @param {{ what: string, why: string, remedy: string, details?: string | undefined }} words */
  constructor({ what, why, remedy, details }) {
    super([what, why, remedy].join(' '));
    this.name = 'StarterProblem';
    this.what = what;
    this.why = why;
    this.remedy = remedy;
    this.details = details ?? '';
  }
}

/**
 * Signs by which npm and pnpm name a cause, most telling first: a full disk also shows as a failed download,
 * and npm writes "request to … failed" for nearly everything.
 * @type {{ sign: RegExp, why: string, remedy: string }[]}
 */
const causes = [
  {
    sign: /ENOSPC|no space left on device|EDQUOT/i,
    why: 'The disk is full.',
    remedy: 'Free at least 2 GB where this folder lies and run the same command again.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|UND_ERR_CONNECT|socket hang up|network timeout/i,
    why: 'The npm registry cannot be reached from this machine.',
    remedy:
      'Check the network and the proxy; behind a company registry set its address with ' +
      '`npm config set registry <address>`. Then run the same command again: what was fetched is kept.',
  },
  {
    sign: /SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF|CERT_HAS_EXPIRED|DEPTH_ZERO_SELF_SIGNED/i,
    why: 'The certificate of the npm registry is not trusted here; often a proxy that inspects traffic is the cause.',
    remedy:
      'Point NODE_EXTRA_CA_CERTS at the certificate file of your company and run the same command again.',
  },
  {
    sign: /\bE401\b|\bE403\b|ERR_PNPM_FETCH_40[13]|Unauthorized|Forbidden/,
    why: 'The npm registry refuses to serve us.',
    remedy: 'Sign in to your registry with `npm login`, or ask its administrator to allow this package.',
  },
  {
    sign: /ERR_PNPM_OUTDATED_LOCKFILE|frozen-lockfile/,
    why: 'pnpm-lock.yaml does not match the package.json files.',
    remedy: 'Run `node tools/pnpm.mjs install --no-frozen-lockfile` and commit the changed pnpm-lock.yaml.',
  },
  {
    sign: /\bE404\b|ETARGET|ERR_PNPM_FETCH_404|ERR_PNPM_NO_MATCHING_VERSION/,
    why: 'The npm registry does not have this package in this version.',
    remedy:
      'If you use a company registry, ask its administrator to mirror it; else pull the latest changes.',
  },
  {
    sign: /EACCES|EPERM|EROFS|permission denied|read-only file system/i,
    why: 'A folder cannot be written to by this user.',
    remedy:
      'Give this user write access to the project folder (its node_modules may belong to another user, ' +
      'for instance root), or copy the project to a folder of your own.',
  },
];

/**
 * @param {string} what whole sentence: what could not be done
 * @param {string} output everything the failed program said, or the message of a system error
 * @returns {StarterProblem | undefined} with a line of the output as details; undefined when the cause is not known
 */
export function recognise(what, output) {
  const cause = causes.find(({ sign }) => sign.test(output));
  if (!cause) return undefined;
  // One line of the original is enough to look the cause up, best the one that says which address or folder is meant.
  const lines = output.split('\n').filter((line) => cause.sign.test(line));
  const details = lines.find((line) => line.includes('/')) ?? lines[0];
  return new StarterProblem({ what, why: cause.why, remedy: cause.remedy, details });
}

/**
 * @param {string} what as above
 * @param {string} output as above
 * @returns {StarterProblem} with the last lines of the output as details when the cause is not known
 */
export function explain(what, output) {
  return (
    recognise(what, output) ??
    new StarterProblem({
      what,
      why: 'The cause is not one we know; the last lines below say more.',
      remedy: 'Run the same command again; if it fails in the same way, send these lines to the maintainers.',
      details: output.trim().split('\n').slice(-12).join('\n'),
    })
  );
}

/**
 * @param {StarterProblem} problem
 * @returns {string} what a person reads in the terminal
 */
export function inWords(problem) {
  const details = problem.details ? `\n\n${problem.details.replace(/^/gm, '  | ')}` : '';
  return `\n${problem.what}\nWhy: ${problem.why}\nWhat to do: ${problem.remedy}${details}\n`;
}

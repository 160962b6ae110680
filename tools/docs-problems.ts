// docs/generated/problems.md: every expected failure, by its permanent code.
import { problems } from '@portico/contract/problems';
import { cell, markdownTable, type Page } from './docs-page.ts';

const retries = {
  never: 'not as it is',
  now: 'at once, after mending what it names',
  later: 'later',
  'after-sign-in': 'after signing in again',
};

export function problemsText(): string {
  const rows = Object.entries(problems).map(([code, { status, title, remedy, retry }]) => [
    `<a id="${code}"></a>\`${code}\``,
    String(status),
    cell(title.defaultMessage),
    cell(remedy.defaultMessage),
    retries[retry],
  ]);
  return [
    '# Problems',
    '',
    'Expected failures as `application/problem+json` (RFC 9457), `type` is `urn:portico:problem:<code>`. A code never changes its meaning.',
    '',
    markdownTable(['code', 'status', 'what is wrong', 'what to do', 'try again'], rows),
  ].join('\n');
}

export const problemsPage: Page = { file: 'problems.md', render: () => Promise.resolve(problemsText()) };

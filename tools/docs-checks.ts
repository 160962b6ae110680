// docs/generated/checks.md: what is looked at, why, and who can do something about it. Anchors are the checks' ids.
import { checks } from '@portico/api/checks/index';
import { plan } from '@portico/contract/plan';
import { checksOf, type Step } from '@portico/plan/plan';
import type { Page } from './docs-page.ts';

/** What a check's answer does in its step. */
const roles = {
  checks: 'blocking: the step’s actions wait for it',
  advice: 'advice: said, and never a stop',
  proof: 'proof: completes the step once the action had its effect',
} satisfies Partial<Record<keyof Step, string>>;

type Role = keyof typeof roles;

/** One check as the page says it, and under which steps it stands. */
function entry(id: string, steps: readonly Step[], role: Role): string[] {
  const check = new Map(Object.entries(checks)).get(id);
  if (!check) throw new Error(`${id} is in the plan and not in apps/api/src/checks.`);
  const after = check.after.map((other) => `[\`${other}\`](#${other})`).join(', ');
  return [
    `### \`${id}\` <a id="${id}"></a>`,
    '',
    `**${check.title.defaultMessage}.** ${check.why.defaultMessage}`,
    '',
    `- ${roles[role]}${steps[0]?.soft.includes(id) ? ', unless somebody goes on without it and says why' : ''}`,
    `- who can do something about it: ${check.owner}`,
    `- builds on: ${after || 'nothing'}`,
    `- code: \`apps/api/src/checks/${id}.ts\`, ${steps.length > 1 ? 'steps' : 'step'} ${steps.map((step) => `\`${step.id}\``).join(' and ')}`,
    '',
  ];
}

export function checksText(): string {
  const steps: readonly Step[] = plan.steps;
  const sections = steps.flatMap((step) => {
    const entries = (['checks', 'advice', 'proof'] as const).flatMap((role) =>
      step[role]
        .filter((id) => plan.steps.find((other) => checksOf(other).includes(id)) === step)
        .flatMap((id) =>
          entry(
            id,
            steps.filter((other) => checksOf(other).includes(id)),
            role,
          ),
        ),
    );
    return entries.length > 0 ? [`## ${step.id}`, '', ...entries] : [];
  });
  return [
    '# Checks',
    '',
    'In the order of the plan (`packages/contract/src/plan.ts`).',
    '',
    ...sections,
  ].join('\n');
}

export const checksPage: Page = { file: 'checks.md', render: () => Promise.resolve(checksText()) };

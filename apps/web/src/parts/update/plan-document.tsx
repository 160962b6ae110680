import type { UpdateOverview, UpdatePlanFile } from '@portico/contract/update';
import { msg } from '@portico/plan/text';
import type { RunState } from '@portico/plan/reduce';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { IntlShape } from 'react-intl';
import { keptRows, type PlanRow, planRows } from './plan-rows.ts';

const words = {
  title: msg({ id: 'web.plan.title', defaultMessage: 'What the update of “{title}” writes' }),
  lead: msg({
    id: 'web.plan.lead',
    defaultMessage:
      '{n, plural, one {# record is} other {# records are}} written to the site. It was read on {site, date, medium}, {site, time, short}, the new template on {template, date, medium}, {template, time, short}. Written as a whole or not at all, and it can be taken back.',
  }),
  number: msg({ id: 'web.plan.number', defaultMessage: 'No.' }),
  record: msg({ id: 'web.plan.record', defaultMessage: 'Record' }),
  what: msg({ id: 'web.plan.what', defaultMessage: 'What happens' }),
  changes: msg({ id: 'web.plan.changes', defaultMessage: 'What changes' }),
  who: msg({ id: 'web.plan.who', defaultMessage: 'Who decided' }),
  kept: msg({
    id: 'web.plan.kept',
    defaultMessage: 'What stays as it is on the site, because somebody decided so',
  }),
  how: msg({ id: 'web.plan.how', defaultMessage: 'Risk' }),
};
const heads = ['number', 'record', 'what', 'changes', 'who', 'how'] as const;

const look = `
@page { size: A4 landscape; margin: 12mm; }
body { margin: 24px; color: #242424; background: #fff; font: 14px/1.4 system-ui, sans-serif; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #8a8a8a; padding: 6px 8px; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th:nth-child(1) { width: 28px; }
th:nth-child(2) { width: 20%; }
th:nth-child(3) { width: 9%; }
th:nth-child(5) { width: 17%; }
th:nth-child(6) { width: 12%; }
thead { display: table-header-group; background: #f0f0f0; }
tr { break-inside: avoid; }
ul { margin: 0; padding-inline-start: 16px; }
pre { margin: 4px 0; white-space: pre-wrap; font-size: 12px; }
small { display: block; color: #424242; }
@media print { body { margin: 0; font-size: 11px; } pre { font-size: 9px; } }
`;

interface Props {
  readonly intl: IntlShape;
  readonly plan: UpdatePlanFile;
  readonly overview: Pick<UpdateOverview, 'records' | 'questions' | 'outdated'>;
  readonly choices: RunState['choices'];
}

/** The plan as a table, for people who approve changes. */
export function PlanTable({ intl, plan, ...of }: Props) {
  const rows = planRows(intl, { plan, ...of });
  const kept = keptRows(intl, of);
  const { site, template } = plan.readAt;
  return (
    <main>
      <h1>{intl.formatMessage(words.title, { title: plan.title })}</h1>
      <p>
        {intl.formatMessage(words.lead, {
          n: rows.length,
          site: new Date(site),
          template: new Date(template),
        })}
      </p>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {intl.formatMessage(words[head])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a row is its number
            <Row key={index} number={index + 1} {...row} />
          ))}
        </tbody>
      </table>
      {kept.length > 0 && (
        <>
          <h2>{intl.formatMessage(words.kept)}</h2>
          <ul>
            {kept.map(({ about, decided }) => (
              <li key={about}>
                {about}
                <small>{decided}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

function Row({ number, kind, record, where, happens, changes, decided, risk }: PlanRow & { number: number }) {
  return (
    <tr>
      <td>{number}</td>
      <th scope="row">
        {record}
        <small>{[kind, where].filter(Boolean).join(' · ')}</small>
      </th>
      <td>{happens}</td>
      <td>
        <ul>
          {changes.map(({ says, lines }) => (
            <li key={says}>
              {says}
              {lines.length > 0 && <pre>{lines.join('\n')}</pre>}
            </li>
          ))}
        </ul>
      </td>
      <td>
        <ul>
          {decided.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </td>
      <td>{risk}</td>
    </tr>
  );
}

/** A document of its own: it loads nothing, and what stands in it of a site is text. */
export function planDocument(props: Props): string {
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => root.render(<PlanTable {...props} />));
  const { innerHTML } = place;
  root.unmount();
  const title = place.ownerDocument.createElement('title');
  title.textContent = props.intl.formatMessage(words.title, { title: props.plan.title });
  return `<!doctype html>
<html lang="${props.intl.locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${title.outerHTML}<style>${look}</style></head><body>${innerHTML}</body></html>`;
}

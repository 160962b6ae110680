import { answers, mapDecisions } from '@portico/contract/answers';
import { bearing } from '@portico/contract/bearing';
import type { MapState, ResolvedMap } from '@portico/contract/findings';
import { FormattedMessage } from 'react-intl';
import { msg } from '@portico/plan/text';
import { useDraft } from '../data/use-draft.ts';
import { factsOf } from '../parts/facts.ts';
import { FoldSection } from '../parts/fold-section.tsx';
import { MapDecisions } from '../parts/map-decisions.tsx';
import { MapNames } from '../parts/map-names.tsx';
import { MapTable } from '../parts/map-table.tsx';
import { MapsApart } from '../parts/maps-apart.tsx';
import { ForecastLead, SyncForecastTable } from '../parts/sync-forecast.tsx';
import type { StepModel } from '../parts/step-model.ts';
import { StepPage } from '../parts/step-page.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { Section } from '../ui/section.tsx';
import type { StepView } from './step-view.ts';

const words = {
  title: msg({ id: 'web.step.table-maps', defaultMessage: 'Table maps' }),
  why: msg({
    id: 'web.step.table-maps.why',
    defaultMessage: 'Five table maps carry orders, accounts, contacts and products to the portal.',
  }),
};

/** A question that somebody answers. */
const isOpen = ({ chosen, optional }: ResolvedMap): boolean => !chosen && !optional;

/** Before a map ever ran there is nothing to read of it but its place in the row. */
const hasBegun = ({ state, error, errors }: MapState): boolean =>
  !/^(not-running|stopped)$/.test(state) || error !== undefined || (errors ?? []).length > 0;

function View({ model }: { readonly model: StepModel }) {
  const { state } = model;
  const kept = answers['table-maps'].safeParse(state.answers['table-maps']).data;
  // Unfinished, so the schema of the answers can't judge it.
  const [edited, edit] = useDraft(model.draft, (value) => mapDecisions.safeParse(value).data);
  const draft = edited ?? kept ?? { master: 'finance-operations' as const, initialSync: true, choices: {} };
  const resolved = factsOf(state, 'maps-resolved');
  const checked = answers['table-maps'].safeParse(draft);
  const forecast = factsOf(state, 'sync-feasible');
  const { order = [], source } = factsOf(state, 'map-prerequisites') ?? {};
  const choose = (wanted: string, id: string) =>
    edit({ ...draft, choices: { ...draft.choices, [wanted]: id } });
  const running = factsOf(state, 'maps-running')?.maps ?? [];
  // What runs already isn't started again.
  const open = running.filter((map) => map.state !== 'running');
  const asked = open.length > 0 ? open : order;
  const wanted = asked.filter((map) => map.wanted).length;
  const needed = asked.length - wanted;
  const some = (state: string) => running.some((map) => map.state === state);
  return (
    <StepPage
      model={model}
      decision={{
        form: <MapDecisions draft={draft} forecast={forecast} onChange={edit} />,
        label: <FormattedMessage id="web.table-maps.keep" defaultMessage="Check the maps with this choice" />,
        changed: kept === undefined || JSON.stringify(draft) !== JSON.stringify(kept),
        missing: checked.success ? undefined : (
          <FormattedMessage
            id="web.table-maps.confirm"
            defaultMessage="Confirm by typing that Dataverse may overwrite rows of finance and operations."
          />
        ),
        body: () => checked.data,
      }}
      actionLabel={
        <FormattedMessage
          id="web.table-maps.start"
          defaultMessage="Start {n, plural, one {# table map} other {# table maps}}{needed, plural, =0 {} one { and the one they need} other { and the # they need}}"
          values={wanted > 0 ? { n: wanted, needed } : { n: needed || 5, needed: 0 }}
        />
      }
      later={[
        ...(some('running') ? (['pause-maps'] as const) : []),
        ...(some('paused') ? (['skip-catch-up'] as const) : []),
        ...(some('running') || some('paused') ? (['stop-maps'] as const) : []),
      ]}
      found={
        <>
          {resolved && (
            <FoldSection
              open={resolved.maps.some(isOpen)}
              title={
                <FormattedMessage id="web.table-maps.names" defaultMessage="What the five names mean here" />
              }
              lead={
                <FormattedMessage
                  id="web.table-maps.names.lead"
                  defaultMessage="Microsoft’s documentation and its screen use different names. Left the documentation, right your system."
                />
              }
            >
              <MapNames maps={resolved.maps} choices={draft.choices} onChoose={choose} />
            </FoldSection>
          )}
          {resolved?.beside && resolved.beside.length > 0 && (
            <FoldSection
              open={resolved.beside.some(isOpen)}
              title={<FormattedMessage id="web.table-maps.beside" defaultMessage="What runs beside them" />}
            >
              <MapNames maps={resolved.beside} choices={draft.choices} onChoose={choose} />
            </FoldSection>
          )}
          {resolved?.apart && resolved.apart.length > 0 && (
            <FoldSection
              open={resolved.apart.some((map) => map.running)}
              title={
                <FormattedMessage id="web.table-maps.apart" defaultMessage="What must not run beside them" />
              }
            >
              <MapsApart maps={resolved.apart} />
            </FoldSection>
          )}
          {forecast && forecast.maps.length > 0 && draft.initialSync && (
            <Section
              title={
                <FormattedMessage
                  id="web.table-maps.forecast"
                  defaultMessage="What the first copying will take"
                />
              }
              lead={<ForecastLead forecast={forecast} />}
            >
              <Disclosure
                label={
                  <FormattedMessage id="web.table-maps.each" defaultMessage="Rows and time of each map" />
                }
                startOpen={forecast.maps.some((map) => bearing(map, draft.master).length > 0)}
              >
                <SyncForecastTable forecast={forecast} master={draft.master} />
              </Disclosure>
            </Section>
          )}
          {(order.length > 0 || running.length > 0) && (
            <FoldSection
              open={running.some(hasBegun)}
              title={
                <FormattedMessage
                  id="web.table-maps.order"
                  defaultMessage="In this order they start, and so they stand"
                />
              }
              lead={
                source === 'documented' && (
                  <FormattedMessage
                    id="web.table-maps.order.documented"
                    defaultMessage="The order is the documentation’s: the dual-write gateway can’t be asked with your sign-in. Microsoft’s page adds what is missing."
                  />
                )
              }
            >
              <MapTable order={order} states={running} />
            </FoldSection>
          )}
        </>
      }
    />
  );
}

export const tableMaps: StepView = { ...words, View };

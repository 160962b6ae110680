import { Button, Field, Input, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { answers } from '@portico/contract/answers';
import { gatewayOrigin } from '@portico/contract/gateway-address';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useDraft } from '../data/use-draft.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { factsOf } from './facts.ts';
import type { StepModel } from './step-model.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', minWidth: 0 },
  asked: { ...typographyStyles.body1, margin: 0, maxWidth: '68ch', overflowWrap: 'anywhere' },
  field: { width: '100%' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

type Model = Pick<StepModel, 'state' | 'answer' | 'config' | 'draft'>;

/** Where the dual-write gateway is asked, and another address for it; folded away unless that one is in doubt. */
export function GatewayForm({ model }: { readonly model: Model }) {
  const found = factsOf(model.state, 'dual-write-linked');
  const given = answers['dual-write'].safeParse(model.state.answers['dual-write']).data?.gateway;
  if (!found && given === undefined) return null;
  const doubtful = found?.doubtful === true;
  return (
    <Disclosure
      // What was found may come later than the page.
      key={`${doubtful} ${given}`}
      startOpen={doubtful}
      label={<FormattedMessage id="web.gateway.title" defaultMessage="Address of the dual-write gateway" />}
    >
      <Fields model={model} asked={found?.asked?.address} given={given} />
    </Disclosure>
  );
}

interface Props {
  readonly model: Model;
  readonly asked: string | undefined;
  readonly given: string | undefined;
}

const typed = (kept: unknown) => (typeof kept === 'string' ? kept : undefined);

function Fields({ model: { answer, config, draft }, asked, given }: Props) {
  const styles = useStyles();
  const intl = useIntl();
  const [text = '', edit] = useDraft(draft, typed);
  const [tried, setTried] = useState(false);
  const { gateways } = config.cloud;
  const origin = gatewayOrigin(gateways, text);
  const example = gateways[0]?.replace('*', 'weu-il107');
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (origin) answer.run({ gateway: origin });
      }}
    >
      <p className={styles.asked}>
        {given === undefined ? (
          <FormattedMessage
            id="web.gateway.inferred"
            defaultMessage="{asked, select, none {The environment’s record doesn’t say where its gateway is.} other {We ask at {asked}, an address that we put together from the environment’s record.}}"
            values={{ asked: asked ?? 'none' }}
          />
        ) : (
          <FormattedMessage
            id="web.gateway.given"
            defaultMessage="We ask at {given}, as it was given here."
            values={{ given }}
          />
        )}
      </p>
      <Field
        className={styles.field}
        label={intl.formatMessage({ id: 'web.gateway.label', defaultMessage: 'Another address' })}
        hint={intl.formatMessage({
          id: 'web.gateway.hint',
          defaultMessage:
            'On Microsoft’s dual-write page press F12, choose “Network” and reload. Copy the address of a request whose host begins with projectmanagementservice; we keep only its beginning.',
        })}
        validationMessage={
          tried && !origin
            ? intl.formatMessage(
                {
                  id: 'web.gateway.wrong',
                  defaultMessage:
                    'This isn’t the address of a dual-write gateway, so nothing was sent. It looks like {example}',
                },
                { example },
              )
            : undefined
        }
      >
        <Input
          type="url"
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => edit(value)}
          onBlur={() => setTried(text !== '')}
        />
      </Field>
      <div className={styles.row}>
        <Button type="submit" disabledFocusable={answer.busy}>
          <FormattedMessage id="web.gateway.ask" defaultMessage="Ask at this address" />
        </Button>
        {given !== undefined && (
          <Button appearance="subtle" disabledFocusable={answer.busy} onClick={() => answer.run({})}>
            <FormattedMessage id="web.gateway.back" defaultMessage="Use the environment’s record again" />
          </Button>
        )}
      </div>
    </form>
  );
}

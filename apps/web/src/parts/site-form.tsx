import { Field, Input, Select } from '@fluentui/react-components';
import { siteLanguages } from '@portico/contract/answers';
import type { PublicConfig } from '@portico/contract/public-config';
import type { Choice } from '@portico/contract/routes';
import type { RunState } from '@portico/plan/reduce';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Loaded } from '../data/loaded.ts';
import { languageName } from '../text/languages.ts';
import { Note } from '../ui/note.tsx';
import { factsOf } from './facts.ts';
import { FormerPages } from './former-pages.tsx';
import { FreeAddresses } from './free-addresses.tsx';
import { onKey, SiteAddress } from './site-address.tsx';
import { draftOf, freeAddresses, siteThere } from './site-choices.ts';
import { SiteThere } from './site-there.tsx';

export interface SiteDraft {
  readonly name: string;
  readonly subdomain: string;
  readonly language: number;
  readonly record?: string | undefined;
}

interface Props {
  readonly draft: SiteDraft;
  readonly cloud: PublicConfig['cloud'];
  readonly choices: Loaded<readonly Choice[]>;
  readonly state: RunState;
  readonly onChange: (draft: SiteDraft) => void;
  /** Enter in a field is as good as the button. */
  readonly onEnter: () => void;
}

/** An address out of a name: the same letters, as far as an address may have them. */
const addressOf = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50);

/** Name, address and language. The address follows the name until the person writes one. */
export function SiteForm({ draft, cloud, choices, state, onChange, onEnter }: Props) {
  const intl = useIntl();
  const there = siteThere(state);
  const adopts = there?.site.subdomain === draft.subdomain;
  const former = factsOf(state, 'former-site')?.records ?? [];
  const free = freeAddresses(state, draft.subdomain);
  const follows = draft.subdomain === addressOf(draft.name);
  return (
    <>
      {there && (
        <SiteThere {...there} taken={adopts} onUse={() => onChange({ ...draft, ...draftOf(there.site) })} />
      )}
      {former.length > 0 && !there && (
        <FormerPages
          records={former}
          chosen={draft.record}
          onChoose={(record) => onChange({ ...draft, record })}
        />
      )}
      <Field
        label={intl.formatMessage({ id: 'web.site.name', defaultMessage: 'Name' })}
        hint={intl.formatMessage({
          id: 'web.site.name.hint',
          defaultMessage: 'Your customers see it in the browser’s title. You can change it later.',
        })}
      >
        <Input
          value={draft.name}
          maxLength={200}
          autoComplete="off"
          onKeyDown={onKey(onEnter)}
          onChange={(_, { value: name }) =>
            onChange({ ...draft, name, subdomain: follows ? addressOf(name) : draft.subdomain })
          }
        />
      </Field>
      <SiteAddress
        value={draft.subdomain}
        cloud={cloud}
        onEnter={onEnter}
        onChange={(subdomain) => onChange({ ...draft, subdomain })}
      />
      {free.length > 0 && (
        <FreeAddresses
          taken={draft.subdomain}
          free={free}
          onPick={(subdomain) => onChange({ ...draft, subdomain })}
        />
      )}
      <Field label={intl.formatMessage({ id: 'web.site.language', defaultMessage: 'Language' })}>
        <Select
          value={String(draft.language)}
          onChange={(_, { value }) => onChange({ ...draft, language: Number(value) })}
        >
          {languagesOf(choices, intl.locale).map(({ lcid, name }) => (
            <option key={lcid} value={lcid}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {!there && (
        <Note>
          <span>
            <FormattedMessage
              id="web.site.private-trial"
              defaultMessage="The site begins as a private trial. Private: only people of your organisation can open it, until you make it public. Trial: it is suspended after 90 days, in a trial environment after 30, unless it was converted to production before. Both are decided later, at the step “Go live”."
            />
          </span>
        </Note>
      )}
    </>
  );
}

/** Those that this environment offers; until we know them, or when we can't, all that a site can have. */
function languagesOf(choices: Loaded<readonly Choice[]>, locale: string) {
  const offered = choices.value?.filter(({ fitness }) => fitness > 0).map(({ value }) => Number(value));
  return (offered && offered.length > 0 ? offered : siteLanguages)
    .map((lcid) => ({ lcid, name: languageName(lcid, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
}

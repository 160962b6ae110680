import { Field, Input, Select } from '@fluentui/react-components';
import { siteLanguages } from '@portico/contract/answers';
import type { Choice } from '@portico/contract/routes';
import { useIntl } from 'react-intl';
import type { Loaded } from '../data/loaded.ts';
import { SiteAddress } from './site-address.tsx';

export interface SiteDraft {
  readonly name: string;
  readonly subdomain: string;
  readonly language: number;
}

interface Props {
  readonly draft: SiteDraft;
  readonly domain: string;
  readonly choices: Loaded<readonly Choice[]>;
  readonly onChange: (draft: SiteDraft) => void;
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
export function SiteForm({ draft, domain, choices, onChange }: Props) {
  const intl = useIntl();
  const follows = draft.subdomain === addressOf(draft.name);
  return (
    <>
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
          onChange={(_, { value: name }) =>
            onChange({ ...draft, name, subdomain: follows ? addressOf(name) : draft.subdomain })
          }
        />
      </Field>
      <SiteAddress
        value={draft.subdomain}
        domain={domain}
        onChange={(subdomain) => onChange({ ...draft, subdomain })}
      />
      <Field label={intl.formatMessage({ id: 'web.site.language', defaultMessage: 'Language' })}>
        <Select
          value={String(draft.language)}
          onChange={(_, { value }) => onChange({ ...draft, language: Number(value) })}
        >
          {languagesOf(choices).map(({ value, label, fitness }) => (
            <option key={value} value={value} disabled={fitness === 0}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

/** Until the list is there, or when it can't be had, the numbers that Microsoft knows languages by. */
function languagesOf(choices: Loaded<readonly Choice[]>): readonly Choice[] {
  const { value } = choices;
  if (value && value.length > 0) return value;
  return siteLanguages.map((lcid) => ({
    value: String(lcid),
    label: lcid === 1033 ? 'English' : `LCID ${lcid}`,
    fitness: 1,
  }));
}

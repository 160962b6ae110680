import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { FormattedMessage } from 'react-intl';
import { hostOf } from '../text/host-of.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { OutsideLink } from '../ui/outside-link.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '68ch' },
  line: { ...typographyStyles.body1, margin: 0 },
  steps: {
    ...typographyStyles.body1,
    margin: 0,
    paddingInlineStart: '1.5em',
    display: 'grid',
    gap: tokens.spacingVerticalS,
  },
});

interface Props {
  /** The address that the site was made with. */
  readonly url: string;
  readonly hosts: readonly string[];
  readonly production: boolean;
}

const docs = 'https://learn.microsoft.com/power-pages/admin/add-custom-domain';

/** What a domain of one's own takes, as documented (admin/add-custom-domain). A person does it: the certificate is theirs. */
export function DomainGuide({ url, hosts, production }: Props) {
  const styles = useStyles();
  return (
    <Disclosure
      label={
        <FormattedMessage
          id="web.domain.title"
          defaultMessage="{count, plural, =0 {Give the site a domain of your own} other {The site’s own domain: {hosts}}}"
          values={{ count: hosts.length, hosts: hosts.join(', ') }}
        />
      }
    >
      <div className={styles.root}>
        {!production && (
          <p className={styles.line}>
            <FormattedMessage
              id="web.domain.trial"
              defaultMessage="Only a production site can have one: convert it first."
            />
          </p>
        )}
        <ol className={styles.steps}>
          <li>
            <FormattedMessage
              id="web.domain.certificate"
              defaultMessage="Have a certificate for the domain, from an authority that browsers trust: exported as a .pfx file with a password, its private key of at least 2048 bits and all certificates of its chain within, SHA-2, encrypted with TripleDES. Power Pages doesn’t take AES-256."
            />
          </li>
          <li>
            <FormattedMessage
              id="web.domain.cname"
              defaultMessage="Where your domain is managed, add a CNAME record from the name you want to {host}. It must be found from the internet, which takes some time."
              values={{ host: hostOf(url) }}
            />
          </li>
          <li>
            <FormattedMessage
              id="web.domain.asuid"
              defaultMessage="If there is a TXT record named “asuid.” and your domain, delete it: the binding fails while it is there."
            />
          </li>
          <li>
            <FormattedMessage
              id="web.domain.connect"
              defaultMessage="In the Power Platform admin centre, “Power Pages sites”, select the site, “Manage”, then in “Site Details” select “Connect Custom Domain”. Upload the certificate, select “Next”, enter the domain name, and select “Next” until it says that it has been configured."
            />
          </li>
          <li>
            <FormattedMessage
              id="web.domain.txt"
              defaultMessage="With a content delivery network or a firewall in front you are also shown a TXT record: add it as it is shown, wait, and select “Refresh”."
            />
          </li>
          <li>
            <FormattedMessage
              id="web.domain.remember"
              defaultMessage="Note until when the certificate holds: Power Pages doesn’t let us read it, so nobody here can remind you."
            />
          </li>
        </ol>
        <OutsideLink href={docs}>
          <FormattedMessage id="web.domain.docs" defaultMessage="Microsoft’s page about it" />
        </OutsideLink>
      </div>
    </Disclosure>
  );
}

import '../data/no-eval.ts';
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { RawIntlProvider } from 'react-intl';
import { Providers } from '../shell/providers.tsx';
import { chooseTheme } from '../shell/theme.ts';
import { loadCatalogue } from '../text/catalogue.ts';
import { chooseLocale, createTexts } from '../text/create-intl.ts';
import { goLiveExhibits } from './exhibits-go-live.tsx';
import { handOverExhibits } from './exhibits-hand-over.tsx';
import { partExhibits } from './exhibits-parts.tsx';
import type { Exhibit } from './exhibit.ts';
import { previewExhibits } from './exhibits-preview.tsx';
import { siteExhibits } from './exhibits-site.tsx';
import { stepExhibits } from './exhibits-steps.tsx';
import { snapshotExhibits } from './exhibits-snapshots.tsx';
import { updateExhibits } from './exhibits-update.tsx';
import { testOrderExhibits } from './exhibits-test-order.tsx';
import { userExhibits } from './exhibits-users.tsx';
import { watchingExhibits } from './exhibits-watching.tsx';

const all = [
  ...partExhibits,
  ...stepExhibits,
  ...siteExhibits,
  ...userExhibits,
  ...testOrderExhibits,
  ...goLiveExhibits,
  ...handOverExhibits,
  ...updateExhibits,
  ...previewExhibits,
  ...snapshotExhibits,
  ...watchingExhibits,
];
const wanted = new URLSearchParams(window.location.search);
if (wanted.has('theme')) chooseTheme(wanted.get('theme') ?? 'system');

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalXXL },
  links: { display: 'grid', gap: tokens.spacingVerticalM },
  link: { color: tokens.colorBrandForegroundLink },
  title: { ...typographyStyles.title3, margin: 0 },
  one: {
    padding: tokens.spacingHorizontalXXL,
    maxWidth: '808px',
    boxSizing: 'border-box',
    marginInline: 'auto',
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalL },
  },
});

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** Each state of each part, one a page: `?theme=dark&locale=en-XA&dir=rtl#<id>`. Another id needs no new page. */
function Gallery() {
  const id = useSyncExternalStore(subscribe, () => window.location.hash.slice(1));
  const only = all.find((exhibit) => exhibit.id === id);
  useEffect(() => {
    // For those who look at all of them in a row: this one is drawn.
    document.documentElement.dataset['shown'] = only?.id ?? '';
  }, [only]);
  return only ? <One key={only.id} only={only} /> : <All />;
}

function One({ only }: { readonly only: Exhibit }) {
  const styles = useStyles();
  if (only.whole) return only.draw();
  // A part alone has no heading of its own; a page has.
  const part = !only.id.startsWith('hub') && partExhibits.includes(only);
  return (
    <main className={styles.one}>
      {part && <h1 className={styles.title}>{only.title}</h1>}
      {only.draw()}
    </main>
  );
}

function All() {
  const styles = useStyles();
  return (
    <main className={styles.list}>
      <h1 className={styles.title}>Portico gallery</h1>
      <ul className={styles.links}>
        {all.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className={styles.link} data-exhibit={id}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}

const locale = chooseLocale(window.location.search, navigator.languages);
const intl = await createTexts(locale, await loadCatalogue(locale));
document.documentElement.lang = intl.locale;
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <Providers intl={intl} dir={wanted.get('dir') === 'rtl' ? 'rtl' : undefined}>
      <RawIntlProvider value={intl}>
        <Gallery />
      </RawIntlProvider>
    </Providers>,
  );

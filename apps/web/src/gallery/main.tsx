import '../data/no-eval.ts';
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { RawIntlProvider } from 'react-intl';
import { Providers } from '../shell/providers.tsx';
import { chooseTheme } from '../shell/theme.ts';
import { loadCatalogue } from '../text/catalogue.ts';
import { chooseLocale, createTexts } from '../text/create-intl.ts';
import { handOverExhibits } from './exhibits-hand-over.tsx';
import { partExhibits } from './exhibits-parts.tsx';
import { siteExhibits } from './exhibits-site.tsx';
import { stepExhibits } from './exhibits-steps.tsx';

const all = [...partExhibits, ...stepExhibits, ...siteExhibits, ...handOverExhibits];
const wanted = new URLSearchParams(window.location.search);
const only = all.find(({ id }) => id === wanted.get('only'));
if (wanted.has('theme')) chooseTheme(wanted.get('theme') ?? 'system');

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalXXL },
  title: { ...typographyStyles.title3, margin: 0 },
  one: {
    padding: tokens.spacingHorizontalXXL,
    maxWidth: '808px',
    boxSizing: 'border-box',
    marginInline: 'auto',
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalL },
  },
});

/** Each state of each part, one a page: `?only=<id>&theme=dark&locale=en-XA&dir=rtl`. */
function Gallery() {
  const styles = useStyles();
  if (only?.whole) return only.draw();
  // A part alone has no heading of its own; a page has.
  const part = only && !/^hub/.test(only.id) && partExhibits.includes(only);
  if (only)
    return (
      <main className={styles.one}>
        {part && <h1 className={styles.title}>{only.title}</h1>}
        {only.draw()}
      </main>
    );
  return (
    <main className={styles.list}>
      <h1 className={styles.title}>Portico gallery</h1>
      <ul>
        {all.map(({ id, title }) => (
          <li key={id}>
            <a href={`?only=${id}`} data-exhibit={id}>
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

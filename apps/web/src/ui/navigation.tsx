import { makeStyles, tokens } from '@fluentui/react-components';
import { createContext, type MouseEvent, type ReactNode, useContext } from 'react';

type Go = (href: string) => void;
const context = createContext<Go>((href) => window.location.assign(href));

/** Lets links inside the app change the page without a reload. The shell gives the way, nobody else knows it. */
export const NavigationProvider = context.Provider;
export const useGo = () => useContext(context);

// The browser's own link colour is too dark on a dark page.
const useStyles = makeStyles({ plain: { color: tokens.colorBrandForegroundLink } });

interface Props {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
  readonly current?: 'step' | 'page';
  readonly describedBy?: string;
}

/** A real link: it can be opened in a new tab, and otherwise stays in the app. */
export function AppLink({ href, className, children, current, describedBy }: Props) {
  const go = useGo();
  const { plain } = useStyles();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a
      href={href}
      className={className ?? plain}
      onClick={follow}
      aria-current={current}
      aria-describedby={describedBy}
    >
      {children}
    </a>
  );
}

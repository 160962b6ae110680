import { webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { createStore, useStore } from 'zustand';

export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'portico.theme';
const themeOf = (value: string | null): ThemeChoice =>
  value === 'light' || value === 'dark' ? value : 'system';

const choice = createStore<{ theme: ThemeChoice }>()(() => ({
  theme: themeOf(localStorage.getItem(key)),
}));

export const useThemeChoice = () => useStore(choice).theme;

export function chooseTheme(wanted: string): void {
  const theme = themeOf(wanted);
  localStorage.setItem(key, theme);
  choice.setState({ theme });
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** Follows the system until the person chooses; paper is always light. */
export function useTheme() {
  const theme = useThemeChoice();
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const paper = useMedia('print');
  const dark = !paper && (theme === 'dark' || (theme === 'system' && systemDark));
  return dark ? webDarkTheme : webLightTheme;
}

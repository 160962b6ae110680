import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { RunConnection } from '../data/run-connection.ts';

const context = createContext<RunConnection | undefined>(undefined);
export const RunProvider = context.Provider;

export function useRun(): RunConnection {
  const run = useContext(context);
  if (!run) throw new Error('This page is drawn outside a run.');
  return run;
}

export const useRunState = () => useStore(useRun().store, ({ state }) => state);

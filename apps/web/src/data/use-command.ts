import { useRef, useState } from 'react';
import { type ApiProblem, asApiProblem } from './api-problem.ts';

export interface Command<Args extends readonly unknown[]> {
  /** Does nothing while the same command is under way, so a double click is one click. */
  run(...args: Args): Promise<boolean>;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
}

/** A command to the API: its answer arrives as events, so all there is to know is busy or refused. */
export function useCommand<Args extends readonly unknown[]>(
  send: (...args: Args) => Promise<unknown>,
): Command<Args> {
  const [state, setState] = useState<{ busy: boolean; problem?: ApiProblem }>({ busy: false });
  const underWay = useRef(false);
  const run = async (...args: Args) => {
    if (underWay.current) return false;
    underWay.current = true;
    setState({ busy: true });
    try {
      await send(...args);
      setState({ busy: false });
      return true;
    } catch (error) {
      setState({ busy: false, problem: asApiProblem(error) });
      return false;
    } finally {
      underWay.current = false;
    }
  };
  return { run, busy: state.busy, problem: state.problem };
}

import { type MessageDescriptor } from 'react-intl';
import { msg } from '@portico/plan/text';
import type { SymbolName } from '../ui/symbol.tsx';
import type { rowState } from './check-rows.ts';

type State = ReturnType<typeof rowState>;

export const checkSymbols: Readonly<Record<State, SymbolName>> = {
  blocked: 'bad',
  todo: 'turn',
  unknown: 'unknown',
  warn: 'careful',
  running: 'going',
  none: 'empty',
  skipped: 'skipped',
  ok: 'good',
};

/** What is asked for here, of somebody who isn't who looks. */
export const toBeDone = msg({ id: 'web.check.to-be-done', defaultMessage: 'To be done' });

export const checkWords: Readonly<Record<State, MessageDescriptor>> = {
  blocked: msg({ id: 'web.check.blocked', defaultMessage: 'There is a problem' }),
  todo: msg({ id: 'web.check.todo', defaultMessage: 'Your turn' }),
  unknown: msg({ id: 'web.check.unknown', defaultMessage: 'Can’t be verified' }),
  warn: msg({ id: 'web.check.warn', defaultMessage: 'Worth knowing' }),
  running: msg({ id: 'web.check.running', defaultMessage: 'Looking now' }),
  none: msg({ id: 'web.check.none', defaultMessage: 'Not looked at yet' }),
  skipped: msg({ id: 'web.check.skipped', defaultMessage: 'Not looked at' }),
  ok: msg({ id: 'web.check.ok', defaultMessage: 'Passed' }),
};

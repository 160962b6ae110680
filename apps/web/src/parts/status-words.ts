import type { Status } from '@portico/plan/gate';
import { type MessageDescriptor } from 'react-intl';
import { msg } from '@portico/plan/text';
import type { SymbolName } from '../ui/symbol.tsx';

export const statusWords: Readonly<Record<Status, MessageDescriptor>> = {
  'not-started': msg({ id: 'web.status.not-started', defaultMessage: 'Not started' }),
  'in-progress': msg({ id: 'web.status.in-progress', defaultMessage: 'In progress' }),
  completed: msg({ id: 'web.status.completed', defaultMessage: 'Completed' }),
  'cannot-start': msg({ id: 'web.status.cannot-start', defaultMessage: 'Cannot start yet' }),
  problem: msg({ id: 'web.status.problem', defaultMessage: 'There is a problem' }),
  'your-turn': msg({ id: 'web.status.your-turn', defaultMessage: 'Your turn' }),
  waiting: msg({ id: 'web.status.waiting', defaultMessage: 'Waiting for someone' }),
  'needs-sign-in': msg({ id: 'web.status.needs-sign-in', defaultMessage: 'Needs sign-in' }),
  unverified: msg({ id: 'web.status.unverified', defaultMessage: 'Can’t be verified' }),
};

export const statusSymbols: Readonly<Record<Status, SymbolName>> = {
  'not-started': 'empty',
  'in-progress': 'going',
  completed: 'good',
  'cannot-start': 'closed',
  problem: 'bad',
  'your-turn': 'turn',
  waiting: 'waiting',
  'needs-sign-in': 'waiting',
  unverified: 'unknown',
};

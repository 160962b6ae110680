import type { UpdateWrites } from '@portico/contract/update';
import { msg } from '@portico/plan/text';
import type { IntlShape } from 'react-intl';

const kinds = {
  create: msg({ id: 'web.update.write.create', defaultMessage: '{n, number} new' }),
  update: msg({ id: 'web.update.write.update', defaultMessage: '{n, number} changed' }),
  link: msg({ id: 'web.update.write.link', defaultMessage: '{n, number} linked anew' }),
  deactivate: msg({ id: 'web.update.write.deactivate', defaultMessage: '{n, number} deactivated' }),
  reactivate: msg({ id: 'web.update.write.reactivate', defaultMessage: '{n, number} brought back' }),
};
const order = ['create', 'update', 'link', 'deactivate', 'reactivate'] as const;

/** "2 new, 14 changed". */
export const writeKinds = (intl: IntlShape, writes: UpdateWrites): string =>
  intl.formatList(
    order.flatMap((kind) => (writes[kind] > 0 ? [intl.formatMessage(kinds[kind], { n: writes[kind] })] : [])),
  );

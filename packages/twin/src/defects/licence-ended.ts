import { tenants } from '../scenarios/contoso/ids.ts';
import { sku } from '../scenarios/contoso/skus.ts';
import { subscribed } from '../scenarios/contoso/subscribed.ts';
import type { Defect } from './defect.ts';

const contoso = { id: tenants.contoso, name: 'Contoso' };
const alive = subscribed(contoso, sku.supplyChain, { enabled: 25, consumed: 14 });
const ended = subscribed(contoso, sku.supplyChain, { enabled: 0, suspended: 25, consumed: 14 });

export default {
  story: 'The Supply Chain Management subscription ended and is suspended.',
  set: ({ directory }, broken) => {
    const bought = directory.skus[tenants.contoso] ?? [];
    directory.skus[tenants.contoso] = bought.map((product) =>
      'skuId' in product && product.skuId === sku.supplyChain.id ? (broken ? ended : alive) : product,
    );
  },
} satisfies Defect;

import { findPlants } from './find-plants.ts';

// Natively, because plants are laid by the hooks of Node's own loader: `node find-plants.child.ts AREA MOST [NAME…]`.
const [area = '', most = '', ...names] = process.argv.slice(2);
for await (const found of findPlants(area, Number(most), names.length > 0 ? names : undefined))
  process.stdout.write(`${JSON.stringify(found)}\n`);

/** The process that chaos kills: the product as people start it, on the settings of its environment. */
import { start } from '../../start.ts';

const started = await start({ webFolder: process.env['PORTICO_DATA'] ?? '.' });
process.send?.('open');
process.once('SIGTERM', () => void started.close().then(() => process.exit(0)));

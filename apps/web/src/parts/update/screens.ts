// All together: with each of them alone, what they share with the first page would be cut into small pieces.
import '../../data/no-eval.ts';

export { GivenTemplate } from './given-template.tsx';
export { KeptSnapshots } from './kept-snapshots.tsx';
export { Overview } from './overview.tsx';
export { RecordPage } from './record-page.tsx';

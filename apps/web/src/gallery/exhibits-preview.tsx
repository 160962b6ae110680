import type { UpdatePreview } from '@portico/contract/update';
import { ApiProblem } from '../data/api-problem.ts';
import { Preview } from '../parts/update/preview.tsx';
import type { Updating } from '../parts/update/update-model.ts';
import type { Exhibit } from './exhibit.ts';
import { drawn } from './sample-preview.ts';

const exhibit = (id: string, title: string, preview: Updating['preview']): Exhibit => ({
  id,
  title,
  draw: () => (
    <>
      <h1>{title}</h1>
      <Preview
        update={{ preview, lookAtPreview: () => undefined }}
        signIn={{ consentLink: '#', go: () => undefined }}
      />
    </>
  ),
});
const ready = (value: UpdatePreview) => ({ status: 'ready', value }) as const;
const { before, after, ...none } = drawn;

/** The page on which a record is seen, before and after an update. */
export const previewExhibits: readonly Exhibit[] = [
  exhibit('preview', 'Preview of the page', ready(drawn)),
  exhibit('preview-reading', 'Preview of the page: being drawn', { status: 'loading' }),
  exhibit(
    'preview-new',
    'Preview of the page: it isn’t there yet, and not all is decided',
    ready({ ...none, open: 2, ...(after && { after }) }),
  ),
  exhibit(
    'preview-fault',
    'Preview of the page: one side can’t be drawn',
    ready({
      ...none,
      ...(before && { before }),
      ...(after && { after: { ...after, fault: 'tag {% if %} is not closed' } }),
    }),
  ),
  exhibit('preview-nowhere', 'Preview of the page: it stands on none', ready(none)),
  exhibit('preview-endless', 'Preview of the page: it takes too long', ready({ ...none, endless: true })),
  exhibit('preview-failed', 'Preview of the page: nobody answers', {
    status: 'failed',
    problem: new ApiProblem(404, { code: 'not-found' }),
  }),
];

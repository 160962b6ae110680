import { blockedAttachments } from '../scenarios/contoso/blocked-attachments.ts';
import { type Defect, rowsOf, swap } from './defect.ts';

export const attachmentsBlocked: Defect = {
  story: 'The environment blocks style sheets and PNG images as attachments.',
  set: (state, broken) =>
    swap(
      rowsOf(state, 'organizations'),
      'blockedattachments',
      { right: blockedAttachments, wrong: `${blockedAttachments};.CSS;png` },
      broken,
    ),
};

export const mimeTypesLimited: Defect = {
  story: 'The environment allows documents and images only, by their MIME types.',
  set: (state, broken) =>
    swap(
      rowsOf(state, 'organizations'),
      'allowedmimetypes',
      { right: null, wrong: 'application/pdf;image/png;image/jpeg' },
      broken,
    ),
};

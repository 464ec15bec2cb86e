import { defaultChosenView } from '../../../src/renderer/store/chosen-view.ts';
import type { Saved } from '../../../src/shared/saved.ts';
import { GB } from '../../../src/shared/units.ts';

const teamId = '5e0c8f6a-1111-4a1b-9d5e-000000000001';
const at = (location: number, locationName: string, prefix: string) => ({
  environmentId: 'production' as const,
  teamId,
  locationId: `c3b1d2e4-3333-4f5a-b6c7-${String(location).padStart(12, '0')}`,
  locationName,
  prefix,
});
const ingest = {
  fullIngestion: true,
  nameTemplate: '{basename}',
  descriptionTemplate: '',
  importReference: true,
};

/** Things as an operator has saved them after some weeks: one of a location that is gone, two with long names. */
export const savedThings: readonly Saved[] = [
  { kind: 'bookmark', id: 'b-1', name: 'day 12', ...at(1, 'Camera masters', '2026/season two/day 12/') },
  { kind: 'bookmark', id: 'b-2', name: 'ingest', ...at(4, 'On-premises MinIO', '') },
  { kind: 'bookmark', id: 'b-3', name: 'Trailers', ...at(77, 'Trailer house', 'final/') },
  {
    kind: 'selection',
    id: 's-1',
    name: 'New and large',
    ...at(1, 'Camera masters', ''),
    scope: 'below',
    view: {
      ...defaultChosenView,
      filter: { ...defaultChosenView.filter, age: 'year', minSizeBytes: GB, badges: ['none'] },
    },
  },
  {
    kind: 'selection',
    id: 's-2',
    name: 'Everything of camera A that was not imported and is not archived',
    ...at(1, 'Camera masters', '2026/season two/2026-10 Reykjavik unit/'),
    scope: 'below',
    view: {
      ...defaultChosenView,
      filter: { ...defaultChosenView.filter, text: 'A0*', mode: 'glob', storageClasses: ['STANDARD'] },
    },
  },
  {
    kind: 'preset',
    id: 'p-1',
    name: 'Camera masters, metadata only',
    target: null,
    ...ingest,
    fullIngestion: false,
    nameTemplate: '{folder} – {basename}',
  },
  {
    kind: 'preset',
    id: 'p-2',
    name: 'Trailers',
    target: {
      teamId,
      teamName: 'Nordlys Postproduction',
      projectId: '9a7e4c10-2222-4c3d-8e6f-000000000004',
      projectName: 'Trailers',
    },
    ...ingest,
    descriptionTemplate: 'Delivered {date}',
  },
  {
    kind: 'preset',
    id: 'p-3',
    name: 'Season one',
    target: {
      teamId,
      teamName: 'Nordlys Postproduction',
      projectId: '9a7e4c10-2222-4c3d-8e6f-00000000ffff',
      projectName: 'Season one',
    },
    ...ingest,
  },
];

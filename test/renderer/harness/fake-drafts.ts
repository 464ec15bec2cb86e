import type { DraftRow, DraftSummary } from '../../../src/shared/imports.ts';
import type { Input } from '../../../src/shared/contract.ts';
import { GB } from '../../../src/shared/units.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';
import type { Scenario } from './scenarios.ts';

/** Objects of every scripted selection. */
const TOTAL = 48;
const LEFT_OUT = 3;
const FOLDER = '2026/season two/2026-10 Reykjavik unit/day 12/';

/** A row of the draft; the last ones are sidecars. */
function rowAt(
  index: number,
  { settings, keep }: Input<'drafts.summary'>,
  names: readonly string[],
): DraftRow {
  const isSidecar = index >= TOTAL - LEFT_OUT;
  const basename =
    names[index % names.length] ??
    `${isSidecar ? '._' : ''}A00${1 + (index % 4)}_C${String(index).padStart(3, '0')}_1118R7`;
  const fill = (template: string): string =>
    template
      .replaceAll('{basename}', basename)
      .replaceAll('{folder}', 'day 12')
      .replaceAll('{date}', '2026-10-18')
      .replaceAll('{n}', String(index + 1));
  return {
    objectKey: `${FOLDER}${basename}.mov`,
    sizeBytes: (38 - (index % 12)) * GB,
    name: fill(settings.nameTemplate),
    description: fill(settings.descriptionTemplate),
    fileName: `${basename}.mov`,
    findings: isSidecar ? ['sidecar'] : [],
    included: !isSidecar || keep.includes('sidecar'),
  };
}

function summaryOf(request: Input<'drafts.summary'>, { listing, names }: Scenario): DraftSummary {
  const rows = Array.from({ length: TOTAL }, (_, index) => rowAt(index, request, names));
  const bytes = (of: readonly DraftRow[]): number => of.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const started = rows.filter(({ included }) => included);
  const sidecars = rows.filter(({ findings }) => findings.length > 0);
  return {
    draftId: request.draftId,
    locationId: 'c3b1d2e4-3333-4f5a-b6c7-000000000001',
    locationName: 'Camera masters',
    bucket: 'nordlys-camera-masters',
    total: TOTAL,
    totalBytes: bytes(rows),
    willStart: started.length,
    willStartBytes: bytes(started),
    findings: [
      {
        id: 'sidecar',
        effect: 'exclude',
        count: sidecars.length,
        bytes: bytes(sidecars),
        examples: sidecars.map(({ objectKey }) => objectKey),
      },
      ...(listing === 'listing'
        ? [
            {
              id: 'partial-listing' as const,
              effect: 'notice' as const,
              count: TOTAL,
              bytes: bytes(rows),
              examples: [],
            },
          ]
        : []),
    ],
    templateError: null,
  };
}

/** The batch sheet's draft: the same objects whatever was selected. */
export function createFakeDrafts({ scenario }: FakeContext): FakeHandlers<'drafts'> {
  return {
    'drafts.fromSelection': () => ({ draftId: 'draft-1' }),
    'drafts.fromManifest': () => ({ draftId: 'draft-2' }),
    'drafts.summary': (request) => summaryOf(request, scenario),
    'drafts.rows': ({ from, count, ...request }) =>
      Array.from({ length: Math.max(0, Math.min(count, TOTAL - from)) }, (_, index) =>
        rowAt(from + index, request, scenario.names),
      ),
    'drafts.start': () => ({ batchId: 'batch-1', queued: TOTAL - LEFT_OUT }),
    'drafts.discard': () => null,
  };
}

import type { MediaFacts } from '../../../src/shared/peek.ts';
import { AppFailure, type AppError } from '../../../src/shared/errors.ts';
import type { FakeContext, FakeHandlers } from './fake-bridge.ts';
import { fakePrefix } from './fake-bucket.ts';

const camera: MediaFacts = {
  container: 'QuickTime',
  codec: 'ProRes 422 HQ',
  widthPx: 3_840,
  heightPx: 2_160,
  framesPerSecond: 25,
  durationMs: 754_000,
  scan: 'progressive',
  bitDepth: 10,
  chroma: '4:2:2',
  audio: 'PCM · 2',
};
const broadcast: MediaFacts = {
  ...camera,
  container: 'MXF',
  codec: 'MPEG-2',
  widthPx: 1_920,
  heightPx: 1_080,
  bitDepth: 8,
  scan: 'top-field-first',
};

const denied: AppError = {
  code: 'forbidden',
  message: 'Access Denied',
  detail: {
    source: 's3',
    serviceCode: 'AccessDenied',
    missingAction: 's3:GetObject',
    httpStatus: 403,
    requestId: '7MZ5QZ2E6V3D9WQK',
  },
};

/** Facts without a file behind them: every third object is a broadcaster's, every seventh no video at all. */
export function createFakePeek({ scenario, emit }: FakeContext): FakeHandlers<'peek'> {
  let spentBytes = 0;
  return {
    'peek.look': ({ rowId }) => {
      if (scenario.previews === 'denied') throw new AppFailure(denied);
      const { key } = fakePrefix(scenario, '').rowAt(rowId);
      if (scenario.previews === 'spent' && rowId % 2 === 0)
        return { key, ticket: `ticket-${rowId}`, facts: null, hasPicture: false, withheld: 'spent' };
      spentBytes += 262_144;
      emit('peek.spent', { locationId: 'a', spentBytes });
      const facts = rowId % 7 === 6 ? null : rowId % 3 === 0 ? broadcast : camera;
      return { key, ticket: `ticket-${rowId}`, facts, hasPicture: false, withheld: null };
    },
    'peek.failure': () => null,
    'peek.cancel': () => null,
    'peek.keep': () => null,
  };
}

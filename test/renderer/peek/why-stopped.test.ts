import { expect, it } from 'vitest';
import { whyStopped } from '../../../src/renderer/views/peek/why-stopped.ts';
import type { AppError } from '../../../src/shared/errors.ts';

const unreachable: AppError = { code: 'offline', message: 'No way.', detail: { source: 's3' } };
const network = { code: 2, message: 'PIPELINE_ERROR_READ' };
const decoder = { code: 3, message: 'PIPELINE_ERROR_DECODE' };
const format = { code: 4, message: 'DEMUXER_ERROR_COULD_NOT_OPEN' };

it.each([network, decoder, format, null])(
  'blames what could not be read, whatever the player says: %j',
  (player) => {
    expect(whyStopped(player, unreachable)).toBe(unreachable);
  },
);

it.each([decoder, format, null])('blames the decoder when it was given every byte: %j', (player) => {
  expect(whyStopped(player, null)).toBeNull();
});

it('blames no codec for bytes that did not arrive for a reason that nobody knows', () => {
  expect(whyStopped(network, null)).toEqual({ code: 'internal', message: 'PIPELINE_ERROR_READ' });
});

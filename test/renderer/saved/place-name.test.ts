import { describe, expect, it } from 'vitest';
import { nameOfPlace } from '../../../src/renderer/views/saved/place-name.ts';
import { newSavedSchema, SAVED_NAME_CHARACTERS } from '../../../src/shared/saved.ts';

describe('the name of a place', () => {
  it('is that of its folder, and of its location at the top', () => {
    expect(nameOfPlace('2026/day 12/', 'Media')).toBe('day 12');
    expect(nameOfPlace('', 'Media')).toBe('Media');
  });

  it.each([
    'a//',
    ' /',
    '/',
    '🎬'.repeat(80) + '/',
    `${'x'.repeat(SAVED_NAME_CHARACTERS - 1)}🎬/`,
    '\u202e/',
  ])('can be kept for %j', (prefix) => {
    const name = nameOfPlace(prefix, 'Media');
    expect(name).not.toMatch(/[\ud800-\udbff]$/);
    expect(
      newSavedSchema.safeParse({
        kind: 'bookmark',
        name,
        environmentId: 'production',
        teamId: '5e0c8f6a-1111-4a1b-9d5e-00000000000a',
        locationId: 'c3b1d2e4-3333-4f5a-b6c7-000000000001',
        locationName: 'Media',
        prefix,
      }).success,
    ).toBe(true);
  });
});

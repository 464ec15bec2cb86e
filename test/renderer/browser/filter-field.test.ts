import { expect, it } from 'vitest';
import { fieldIn, untouchedField } from '../../../src/renderer/views/browser/filter-field.ts';

const asked = (text: string, typed: string) => ({ ...untouchedField('', 'day 12/'), asked: text, typed });

it('keeps what was typed while its own question was on the way', () => {
  const field = fieldIn(asked('a', 'ab'), 'a', 'day 12/');
  expect(field).toMatchObject({ typed: 'ab', inForce: 'a' });
  expect(fieldIn({ ...field, asked: 'ab' }, 'ab', 'day 12/').typed).toBe('ab');
});

it('shows a filter that was changed elsewhere, also one that it had asked for before', () => {
  expect(fieldIn(asked('a', 'ab'), 'master', 'day 12/').typed).toBe('master');
  const answered = fieldIn(asked('a', 'a'), 'a', 'day 12/');
  const cleared = fieldIn(answered, '', 'day 12/');
  expect(cleared.typed).toBe('');
  expect(fieldIn(cleared, 'a', 'day 12/').typed).toBe('a');
});

it('gives up what was typed for the folder that was left, whether it was answered or not', () => {
  expect(fieldIn(asked('a', 'ab'), '', 'day 13/').typed).toBe('');
});

it('stays the same as long as nothing else is in force', () => {
  const field = asked('a', 'ab');
  expect(fieldIn(field, '', 'day 12/')).toBe(field);
});

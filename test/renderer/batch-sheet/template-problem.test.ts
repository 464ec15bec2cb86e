import { describe, expect, it } from 'vitest';
import { nameProblemOf, problemOf } from '../../../src/renderer/views/batch-sheet/template-problem.ts';

describe('a template of the sheet', () => {
  it.each(['', '   ', '\t'])('of names is wrong when nothing comes of it: “%s”', (template) => {
    expect(nameProblemOf(template, null)).toEqual({ kind: 'empty' });
    expect(nameProblemOf(template, '{nope}')).toEqual({ kind: 'empty' });
  });

  it('of descriptions may be empty', () => {
    expect(problemOf('', null)).toBeNull();
    expect(problemOf('', '{nope}')).toBeNull();
  });

  it('is wrong by a placeholder of its own only, not by one of the other template', () => {
    const unknown = { kind: 'unknown', placeholder: '{nope}' };
    expect(nameProblemOf('{folder} {nope}', '{nope}')).toEqual(unknown);
    expect(problemOf('{nope}', '{nope}')).toEqual(unknown);
    expect(nameProblemOf('{folder}', '{nope}')).toBeNull();
  });
});

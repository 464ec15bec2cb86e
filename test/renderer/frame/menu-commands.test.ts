import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { events } from '../../../src/shared/contract.ts';

const views = resolve(import.meta.dirname, '../../../src/renderer/views');
const offered = readdirSync(views, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(views, path), 'utf8'))
  .filter((source) => source.includes('useCommands('))
  .join('\n');

it.each(events['app.command'].shape.command.options)('the menu’s “%s” is a command of the window', (id) => {
  expect(offered).toContain(`id: '${id}',`);
});

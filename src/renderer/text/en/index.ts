import { batch } from './batch.ts';
import { browser } from './browser.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { firstRun } from './first-run.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { manifest } from './manifest.ts';
import { peek } from './peek.ts';
import { queue } from './queue.ts';
import { saved } from './saved.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';

/** See `text.ts`. */
export const en = {
  batch,
  browser,
  common,
  errors,
  firstRun,
  frame,
  history,
  manifest,
  peek,
  queue,
  saved,
  settings,
  sources,
};

import { browsing } from './browsing.ts';
import { firstRun } from './first-run.ts';
import { importing } from './importing.ts';
import { places } from './places.ts';
import type { Tour } from './screen.ts';
import { settings } from './settings.ts';
import { wrong } from './wrong.ts';

/**
 * Every screen of the app, once: the gallery pictures them, and the accessibility spec holds them to axe-core. The
 * longest way comes first, beside which the shorter ones are gone.
 */
export const tours: readonly Tour[] = [importing, browsing, wrong, places, settings, firstRun];

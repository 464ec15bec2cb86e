import { createRedactor } from '../../../src/main/platform/redact.ts';
import { runCanary } from './run-canary.ts';

/** `npm run canary`: everything fails in every way, and no secret comes out in any form, anywhere. */
// The app brings its own Node; that this one may be older is no news.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const started = performance.now();
const report = await runCanary(createRedactor());
for (const { where, canary, form } of report.leaks.slice(0, 40))
  console.error(`${where}: ${canary} (${form})`);
for (const what of report.broken) console.error(what);
console.log(
  `${report.failures} answers that repeat secrets; ${report.placesSearched} answers, events and files of ` +
    `${report.charactersSearched} characters searched; ${report.leaks.length} secrets found; ` +
    `${Math.round(performance.now() - started)} ms`,
);
process.exit(report.leaks.length + report.broken.length === 0 ? 0 : 1);

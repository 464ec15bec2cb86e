import { parseArgs } from 'node:util';
import { cephPart } from './ceph-part.ts';
import { listingPart } from './listing-part.ts';
import { Report } from './report.ts';
import { rowsPart } from './rows-part.ts';
import { screenPart } from './screen-part.ts';

/**
 * `npm run bench:browse`: listing, rows and screen beside what they are measured against, in one run; ends with 1 when a
 * target is missed. `--part listing|ceph|rows|screen` runs one part, `--quick` goes without a million keys, `--keys N` lists
 * buckets of that size only.
 */
const { values } = parseArgs({
  options: { part: { type: 'string' }, quick: { type: 'boolean', default: false }, keys: { type: 'string' } },
});
// The app brings its own Node; that this one may be older is no news.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const parts = { listing: listingPart, ceph: cephPart, rows: rowsPart, screen: screenPart };
if (values.part !== undefined && !(values.part in parts))
  throw new Error(`Expected --part to be one of ${Object.keys(parts).join(', ')}, got ${values.part}`);
const options = { isQuick: values.quick, keys: values.keys === undefined ? null : Number(values.keys) };
const report = new Report((line) => console.log(line));
for (const [name, run] of Object.entries(parts))
  if (values.part === undefined || values.part === name) await run(report, options);
process.exitCode = report.end() === 0 ? 0 : 1;

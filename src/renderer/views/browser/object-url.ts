import type { Addressed } from './parse-address.ts';

const CONSOLE = /(^|\.)console\.(aws\.amazon|amazonaws-us-gov|amazonaws)\.(com|cn)$/;
/** AWS's own hosts, with the bucket in front where it is not in the path. */
const AWS_HOST =
  /^(?:(.+)\.)?s3(?:[.-](?:accelerate|dualstack|fips|[a-z]{2}(?:-[a-z]+)+-\d))*\.amazonaws\.com(?:\.cn)?$/;

/** What the address of an object, or of the console's page about it, means; empty where it is neither. */
export function readObjectUrl(address: string): readonly Addressed[] {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return [];
  const url = new URL(address);
  const path = decoded(url.pathname.slice(1));
  if (path === null) return [];
  if (CONSOLE.test(url.hostname)) {
    const [, bucket = ''] = /^s3\/(?:buckets|object)\/([^/]+)/.exec(path) ?? [];
    return bucket === '' ? [] : [{ bucket, key: url.searchParams.get('prefix') ?? '' }];
  }
  const aws = AWS_HOST.exec(url.hostname);
  if (aws?.[1] !== undefined) return [{ bucket: aws[1], key: path }];
  const inPath = inFirstPart(path);
  // A store of one's own can have its buckets in either place.
  const [inHost = ''] = url.hostname.split('.');
  return [...inPath, ...(aws === null ? [{ bucket: inHost, key: path }] : [])];
}

function inFirstPart(path: string): readonly Addressed[] {
  const [bucket = ''] = path.split('/');
  return bucket === '' ? [] : [{ bucket, key: path.slice(bucket.length + 1) }];
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

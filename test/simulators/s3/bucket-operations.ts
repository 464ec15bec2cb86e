import { emptyAnswer, xmlAnswer, type Answer } from './answer.ts';
import type { Bucket } from './bucket.ts';
import { element, XML_DECLARATION, XML_NAMESPACE } from './xml.ts';

/** The day every bucket was made; nothing depends on it. */
const CREATED = '2024-03-01T08:00:00.000Z';

/** ListBuckets: all of the account, whether or not the user may look into them, as with S3. */
export function listBuckets(buckets: Iterable<Bucket>): Answer {
  const rows = [...buckets].map(
    (bucket) =>
      `<Bucket>${element('Name', bucket.name)}${element('CreationDate', CREATED)}${element('BucketRegion', bucket.region)}</Bucket>`,
  );
  return xmlAnswer(
    200,
    `${XML_DECLARATION}<ListAllMyBucketsResult xmlns="${XML_NAMESPACE}"><Owner><ID>simulator</ID></Owner><Buckets>${rows.join('')}</Buckets></ListAllMyBucketsResult>`,
  );
}

/** HeadBucket: that it exists, and where. */
export function headBucket(bucket: Bucket): Answer {
  return emptyAnswer(200, { 'x-amz-bucket-region': bucket.region });
}

/** GetBucketLocation: the region, or nothing at all for us-east-1, which had no name when S3 began. */
export function getBucketLocation(bucket: Bucket): Answer {
  const region = bucket.region === 'us-east-1' ? '' : bucket.region;
  return xmlAnswer(
    200,
    `${XML_DECLARATION}<LocationConstraint xmlns="${XML_NAMESPACE}">${region}</LocationConstraint>`,
  );
}

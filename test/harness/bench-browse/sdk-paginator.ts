import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import type { ListedServer } from './s3-process.ts';

/** A client of the SDK for a server. */
export const sdkFor = ({ url, region, accessKeyId, secretAccessKey }: ListedServer): S3Client =>
  new S3Client({
    endpoint: url,
    region,
    forcePathStyle: true,
    ignoreConfiguredEndpointUrls: true,
    credentials: { accessKeyId, secretAccessKey },
  });

/** Lists as the SDK's own paginator does it; the pages are dropped again, which is kinder to it than a list would be. */
export async function listBySdk(server: ListedServer): Promise<void> {
  const client = sdkFor(server);
  let keys = 0;
  for await (const page of paginateListObjectsV2({ client }, { Bucket: server.bucket }))
    keys += page.Contents?.length ?? 0;
  client.destroy();
  if (keys !== server.keys) throw new Error(`The SDK listed ${keys} keys of ${server.keys}`);
}

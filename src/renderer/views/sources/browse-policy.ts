/** The smallest IAM policy with which this app can show a bucket, as JSON to paste into AWS. */
export function browsePolicy(bucket: string): string {
  // Quoted one by one, so that the whole is short enough to be read at a glance.
  const arn = JSON.stringify(`arn:aws:s3:::${bucket}`);
  const objects = JSON.stringify(`arn:aws:s3:::${bucket}/*`);
  return `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:ListBucket", "s3:GetBucketLocation"],
      "Resource": ${arn}
    },
    {
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": ${objects}
    }
  ]
}`;
}

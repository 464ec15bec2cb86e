import { AppFailure } from '../../shared/errors.ts';
import type { S3Endpoint } from '../../shared/session.ts';
import { isLoopback } from './environments.ts';

/** Addresses that hand out a machine's own credentials, or belong to no network. */
const forbiddenHosts = /^(169\.254\.|0\.|\[fe80:|\[fd00:ec2:|metadata\.|instance-data$)/i;

/**
 * Refuses an endpoint that credentials must not be sent to: anything but https (plain http to this machine only in
 * the demo and tests), link-local and metadata addresses, and addresses with a user or a path.
 */
export function checkEndpoint({ endpoint }: S3Endpoint, allowLoopback: boolean): void {
  if (endpoint === null) return;
  const url = new URL(endpoint);
  if (allowLoopback && isLoopback(url)) return;
  if (url.protocol !== 'https:') throw refused('The endpoint must start with https://.');
  if (forbiddenHosts.test(url.hostname) || isLoopback(url))
    throw refused('This address is not one of an S3-compatible store.');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.pathname !== '/')
    throw refused('The endpoint must be an address only, without user, path or query.');
}

const refused = (message: string): AppFailure =>
  new AppFailure({ code: 'bad-request', message, detail: { source: 's3' } });

import type { Environment, EnvironmentId } from '../../shared/session.ts';

/** An environment with the address its client uses. */
export interface PixopEnvironment extends Environment {
  readonly baseUrl: string;
}

/** Servers of openapi.json. */
const published: readonly PixopEnvironment[] = [
  {
    environmentId: 'production',
    label: 'Production',
    host: 'api.pixop.com',
    baseUrl: 'https://api.pixop.com/api',
  },
  {
    environmentId: 'staging',
    label: 'Staging',
    host: 'staging-api.pixop.com',
    baseUrl: 'https://staging-api.pixop.com/api',
  },
];

/**
 * The environments of this run. A simulator may be named at start, but only on this machine: a key must not be
 * sent to a host that an environment variable names. Such a run knows no other environment, so that nothing which is
 * tried in it can reach Pixop.
 */
export function environmentsWith(
  simulatorUrl: string | null,
  mayUse: (environment: PixopEnvironment) => boolean = () => true,
): readonly PixopEnvironment[] {
  if (simulatorUrl === null) {
    const usable = published.filter(mayUse);
    if (usable.length === 0)
      throw new Error(
        'Your organisation’s policy allows no Pixop environment. Ask your IT department to correct it.',
      );
    return usable;
  }
  const url = new URL(simulatorUrl);
  if (!isLoopback(url))
    throw new Error('The simulator must be on this machine (127.0.0.1, [::1] or localhost).');
  const baseUrl = simulatorUrl.replace(/\/$/, '');
  return [{ environmentId: 'simulator', label: 'Simulator', host: url.host, baseUrl }];
}

/** Whether a URL points at this machine. */
export const isLoopback = (url: URL): boolean =>
  /^(127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|\[::1\])$/.test(url.hostname) && /^https?:$/.test(url.protocol);

/** The environment of an id; the first when it is not of this run (a simulator of an earlier one). */
export function environmentOf(
  environments: readonly PixopEnvironment[],
  id: EnvironmentId,
): PixopEnvironment {
  const found = environments.find(({ environmentId }) => environmentId === id) ?? environments[0];
  if (found === undefined) throw new Error('There is no environment.');
  return found;
}

/** A host, or with `*.` in front every host below a domain; no scheme, no port, no path. */
export const HOST_PATTERN =
  /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** Whether a host is on a list of patterns; without a list every host is. */
export function isHostAllowed(patterns: readonly string[] | null, host: string): boolean {
  if (patterns === null) return true;
  const name = host.toLowerCase().replace(/\.$/, '');
  return patterns.some((pattern) =>
    pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern,
  );
}

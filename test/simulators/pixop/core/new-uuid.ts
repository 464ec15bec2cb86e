/** A random UUID out of injected chance, so that a seed repeats a run to the last id. */
export function newUuid(random: () => number): string {
  const digit = (): string => Math.floor(random() * 16).toString(16);
  const variant = (8 + Math.floor(random() * 4)).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replaceAll(/[xy]/g, (mark) =>
    mark === 'y' ? variant : digit(),
  );
}

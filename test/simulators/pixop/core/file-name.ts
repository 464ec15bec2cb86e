/** Longest file name of the contract, characters. */
const MAX_LENGTH = 255;

/** The file name of an import that names none: the key's last part, with what the contract's pattern refuses replaced. */
export function fileNameOf(objectKey: string): string {
  const lastPart = objectKey.split('/').findLast((part) => part !== '') ?? 'video';
  return lastPart.replaceAll(/[^a-zA-Z0-9_\-.]/g, '_').slice(-MAX_LENGTH);
}

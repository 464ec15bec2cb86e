/** What a column of a manifest can hold. */
export type ColumnField = 'address' | 'bucket' | 'name' | 'description' | 'project';

/** Headings that operators, S3's own tools and this app's export write, in lower case without spaces and signs. */
const headings: Readonly<Record<ColumnField, readonly string[]>> = {
  address: [
    'objectkey',
    'key',
    's3key',
    'objectnøgle',
    'nøgle',
    's3uri',
    'uri',
    's3url',
    'address',
    'adresse',
    'path',
    'sti',
    'object',
    'objekt',
  ],
  bucket: ['bucket', 'bucketname', 'bucketnavn'],
  name: ['name', 'videoname', 'title', 'navn', 'videonavn', 'titel'],
  description: ['description', 'videodescription', 'beskrivelse'],
  project: ['project', 'projectname', 'projekt', 'projektnavn'],
};

/** Headings of the file name: the address where nothing better is there. */
const fileHeadings: readonly string[] = ['file', 'filename', 'fil', 'filnavn'];

/** Which field stands at which place of a row. */
export type Columns = ReadonlyMap<ColumnField, number>;

/** Reads a heading line; null when it is none, so that the first line is a row like the others. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const plain = cells.map(plainHeading);
  const columns = new Map<ColumnField, number>();
  for (const field of ['address', 'bucket', 'name', 'description', 'project'] as const) {
    const place = headings[field].map((heading) => plain.indexOf(heading)).find((at) => at >= 0);
    if (place !== undefined) columns.set(field, place);
  }
  const file = plain.findIndex((heading) => fileHeadings.includes(heading));
  if (!columns.has('address') && file >= 0) columns.set('address', file);
  return columns.has('address') ? columns : null;
}

/** Reads a property name of a JSON manifest. */
export const fieldOf = (name: string): ColumnField | null => {
  const plain = plainHeading(name);
  for (const field of ['address', 'bucket', 'name', 'description', 'project'] as const)
    if (headings[field].includes(plain)) return field;
  return fileHeadings.includes(plain) ? 'address' : null;
};

const plainHeading = (text: string): string => text.toLowerCase().replace(/[^a-zæøå0-9]/g, '');

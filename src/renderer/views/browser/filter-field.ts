/** What stands in the filter's field, beside what is in force. */
export interface FilterField {
  readonly typed: string;
  /** The text that was asked for last; null once another came into force, by that question or otherwise. */
  readonly asked: string | null;
  readonly inForce: string;
  /** The folder in which it was typed. */
  readonly prefix: string | null;
}

/** A field in which nothing was typed yet. */
export const untouchedField = (inForce: string, prefix: string | null): FilterField => ({
  typed: inForce,
  asked: null,
  inForce,
  prefix,
});

/**
 * The field once a filter is in force. An answer to the field's own question leaves alone what was typed meanwhile; a
 * filter that was changed elsewhere, by "clear filters" or a pasted address, is shown, and so is that of another folder.
 */
export function fieldIn(field: FilterField, inForce: string, prefix: string | null): FilterField {
  if (field.inForce === inForce && field.prefix === prefix) return field;
  const isOwn = field.prefix === prefix && (inForce === field.asked || inForce === field.typed);
  return { ...untouchedField(inForce, prefix), ...(isOwn ? { typed: field.typed } : {}) };
}

/** What is wrong with a template: nothing would come of it, or it has a placeholder that stands for nothing. */
export type TemplateProblem =
  { readonly kind: 'empty' } | { readonly kind: 'unknown'; readonly placeholder: string };

/** Whether a name can come of a template; blanks alone are no name. */
export const givesName = (template: string): boolean => template.trim() !== '';

/** What is wrong with a template, where the check found `unknown` in one of the batch's two. */
export function problemOf(template: string, unknown: string | null): TemplateProblem | null {
  return unknown !== null && template.includes(unknown) ? { kind: 'unknown', placeholder: unknown } : null;
}

/** The same for the template of names, which must not be empty. */
export function nameProblemOf(template: string, unknown: string | null): TemplateProblem | null {
  return givesName(template) ? problemOf(template, unknown) : { kind: 'empty' };
}

/** Words in braces that a name or description template may use; each stands for a fact of one object. */
export const templateTokens = ['basename', 'ext', 'folder', 'folder2', 'path', 'date', 'n'] as const;
/** See {@link templateTokens}. */
export type TemplateToken = (typeof templateTokens)[number];

/** What a template is filled with for one object. */
export interface TemplateFacts {
  readonly objectKey: string;
  readonly modifiedMs: number;
  /** Place in the batch, from 1. */
  readonly ordinal: number;
  /** Size of the batch: `{n}` is padded with zeros to its width, so that names sort. */
  readonly total: number;
}

/** A template ready to be filled. */
export type Template = (facts: TemplateFacts) => string;

/** A parsed template, or the sentence that says what is wrong with it. */
export type ParsedTemplate =
  { readonly ok: true; readonly fill: Template } | { readonly ok: false; readonly unknownToken: string };

/** Parses a template once for a whole batch. Doubled braces stand for themselves. */
export function parseTemplate(source: string): ParsedTemplate {
  const parts: ((facts: TemplateFacts) => string)[] = [];
  for (const [whole, token] of source.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    if (whole === '{{' || whole === '}}') parts.push(() => whole.charAt(0));
    else if (token === undefined) parts.push(() => whole);
    else if (isToken(token)) parts.push((facts) => valueOf(token, facts));
    else return { ok: false, unknownToken: whole };
  }
  const fill = (facts: TemplateFacts): string => parts.reduce((filled, part) => filled + part(facts), '');
  return { ok: true, fill };
}

const isToken = (text: string): text is TemplateToken => templateTokens.some((token) => token === text);

function valueOf(token: TemplateToken, { objectKey, modifiedMs, ordinal, total }: TemplateFacts): string {
  const slash = objectKey.lastIndexOf('/');
  switch (token) {
    case 'basename': {
      const dot = objectKey.lastIndexOf('.');
      return objectKey.slice(slash + 1, dot > slash + 1 ? dot : undefined);
    }
    case 'ext': {
      const dot = objectKey.lastIndexOf('.');
      return dot > slash + 1 ? objectKey.slice(dot + 1) : '';
    }
    case 'folder':
      return folderOf(objectKey, 1);
    case 'folder2':
      return folderOf(objectKey, 2);
    case 'path':
      return objectKey.slice(0, Math.max(0, slash));
    case 'date':
      return localDate(modifiedMs);
    case 'n':
      return String(ordinal).padStart(String(total).length, '0');
  }
}

/** The folder so many steps above an object; empty where there is none. */
const folderOf = (objectKey: string, steps: number): string => objectKey.split('/').at(-1 - steps) ?? '';

/** The day an object was last modified, as YYYY-MM-DD in the workstation's time zone. */
function localDate(ms: number): string {
  const date = new Date(ms);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

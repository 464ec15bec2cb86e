/**
 * Turns a glob into a regular expression: `*` and `?` stay within a folder, `**` does not, `[a-z]` and `{mov,mp4}`
 * mean what they do in a shell. A glob without a slash is matched against the name alone.
 */
export function globSource(glob: string): string {
  let source = '';
  let braces = 0;
  for (let at = 0; at < glob.length; at += 1) {
    const char = glob.charAt(at);
    if (char === '*' && glob.charAt(at + 1) === '*') {
      at += glob.charAt(at + 2) === '/' ? 2 : 1;
      source += '.*';
    } else if (char === '*') {
      source += '[^/]*';
    } else if (char === '?') {
      source += '[^/]';
    } else if (char === '[' && glob.indexOf(']', at + 2) > 0) {
      const end = glob.indexOf(']', at + 2);
      const set = glob.slice(at + 1, end).replace(/[\\[\]]/g, '\\$&');
      source += `[${set.startsWith('!') ? `^${set.slice(1)}` : set}]`;
      at = end;
    } else if (char === '{' && glob.includes('}', at)) {
      source += '(?:';
      braces += 1;
    } else if (char === '}' && braces > 0) {
      source += ')';
      braces -= 1;
    } else if (char === ',' && braces > 0) {
      source += '|';
    } else {
      source += char.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    }
  }
  return `^${source}${')'.repeat(braces)}$`;
}

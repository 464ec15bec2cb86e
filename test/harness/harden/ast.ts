import { parseSync } from 'vite';

/** A node of a syntax tree, as ESTree has it; what its fields hold is found out by looking. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

/** A file with its syntax tree. */
export interface ParsedFile {
  readonly path: string;
  readonly code: string;
  readonly program: Node;
  /** Every node of the tree, parents first. */
  readonly nodes: readonly Node[];
}

/** Parses TypeScript or JavaScript; what cannot be parsed cannot be checked, so it throws. */
export function parseFile(path: string, code: string): ParsedFile {
  const { program, errors } = parseSync(path, code);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  // The parser's own types name every kind of node; the rules look at a few fields of a few kinds.
  const root = program as unknown as Node;
  return { path, code, program: root, nodes: nodesIn(root) };
}

/** Every node below one, itself first, parents before their children. */
export function nodesIn(node: Node): readonly Node[] {
  const found: Node[] = [];
  const open: Node[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    for (const value of Object.values(next).toReversed()) {
      if (!Array.isArray(value)) {
        if (isNode(value)) open.push(value);
      } else for (const child of value.toReversed()) if (isNode(child)) open.push(child);
    }
  }
  return found;
}

/** Whether a value is a node. */
export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** What an expression is called, as `app.whenReady`; the last name alone where its beginning is no name. */
export function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  const { type } = node;
  if (type === 'Identifier' && typeof node['name'] === 'string') return node['name'];
  if (type === 'Literal' && typeof node['value'] === 'string') return node['value'];
  if (type === 'ThisExpression') return 'this';
  if (type === 'ChainExpression' || type === 'ParenthesizedExpression' || type === 'AwaitExpression')
    return nameOf(node['expression'] ?? node['argument']);
  if (type === 'CallExpression' || type === 'NewExpression') return nameOf(node['callee']);
  if (type === 'MemberExpression') {
    const end =
      node['computed'] === true && nameOf(node['property']) === '' ? '[]' : nameOf(node['property']);
    return [nameOf(node['object']), end].filter((part) => part !== '').join('.');
  }
  if (type === 'SequenceExpression' && Array.isArray(node['expressions']))
    return nameOf(node['expressions'].at(-1));
  return '';
}

/** Calls (and `new`) whose callee's last name is this one. */
export function callsOf(file: ParsedFile, lastName: string): readonly Node[] {
  return file.nodes.filter(
    ({ type, callee }) =>
      (type === 'CallExpression' || type === 'NewExpression') &&
      nameOf(callee).split('.').at(-1) === lastName,
  );
}

/** Properties of this name in object literals, with their values. */
export function propertiesOf(node: Node, name: string): readonly Node[] {
  return nodesIn(node).filter(({ type, key }) => type === 'Property' && nameOf(key) === name);
}

/** The constant an expression is, `!0` of a minifier included; undefined when it is none. */
export function constantOf(node: unknown): unknown {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return node['value'];
  if (node.type === 'UnaryExpression' && node['operator'] === '!') {
    const inner = constantOf(node['argument']);
    return inner === undefined ? undefined : inner === 0 || inner === false;
  }
  return undefined;
}

/** The text of a node. */
export const textOf = (file: ParsedFile, node: unknown): string =>
  isNode(node) && typeof node['end'] === 'number' ? file.code.slice(node.start, node['end']) : '';

/** Where something stands, for a person. */
export const at = (file: ParsedFile, node: Node): string =>
  `${file.path}:${file.code.slice(0, node.start).split('\n').length}`;

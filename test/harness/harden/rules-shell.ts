import {
  at,
  callsOf,
  constantOf,
  isNode,
  nameOf,
  nodesIn,
  propertiesOf,
  textOf,
  type Node,
  type ParsedFile,
} from './ast.ts';
import { unless, type Rule } from './check.ts';

const preferences: Readonly<Record<string, boolean>> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  webSecurity: true,
  navigateOnDragDrop: false,
};
const loosened = ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures'];

/** One window factory, whose page is isolated, sandboxed and without Node, in constants that nothing can replace. */
export const oneLockedWindow: Rule = (files) => {
  const windows = files.flatMap((file) => callsOf(file, 'BrowserWindow').map((call) => ({ file, call })));
  const others = files.flatMap((file) =>
    ['BrowserView', 'WebContentsView', 'BaseWindow'].flatMap((name) =>
      callsOf(file, name).map((call) => `${at(file, call)} makes a ${name}`),
    ),
  );
  const wrong = windows.flatMap(({ file, call }) => {
    const [given] = propertiesOf(call, 'webPreferences');
    const value = given?.['value'];
    if (!isNode(value)) return [`${at(file, call)} has no webPreferences in place`];
    const spread = nodesIn(value).filter(({ type }) => type === 'SpreadElement');
    return [
      ...spread.map((node) => `${at(file, node)} may be replaced by a spread`),
      ...Object.entries(preferences)
        .filter(([name, wanted]) => constantOf(propertiesOf(value, name)[0]?.['value']) !== wanted)
        .map(([name, wanted]) => `${at(file, value)} does not say ${name}: ${String(wanted)}`),
      ...loosened.filter((name) => propertiesOf(value, name).length > 0).map((name) => `${name} is set`),
    ];
  });
  return [...unless(windows.length === 1, `${windows.length} places make a window`), ...others, ...wrong];
};

const entryOf = (files: readonly ParsedFile[]): ParsedFile | undefined =>
  files.find(({ path }) => /(^|\/)main\/index\.[tj]s$/.test(path));

/** Statements of a file that run as it is loaded. */
const topLevel = (file: ParsedFile): readonly Node[] => {
  const body = file.program['body'];
  return Array.isArray(body)
    ? body.filter((node) => isNode(node) && /^(Expression|If|Variable)/.test(node.type))
    : [];
};

/** The sandbox is switched on for every process before anything can start one. */
export const sandboxFirst: Rule = (files) => {
  const entry = entryOf(files);
  if (entry === undefined) return ['There is no main/index'];
  const statements = topLevel(entry);
  const first = statements.findIndex((node) => nameOf(node['expression']) === 'app.enableSandbox');
  const electron = statements.findIndex((node) => calls(node, /(^|\.)(registerAppScheme|whenReady|quit)$/));
  return unless(first >= 0 && first < electron, 'app.enableSandbox() is not the first step');
};

/** DevTools are off in a packaged app, by menu or by window. */
export const noDevTools: Rule = (files) =>
  files.flatMap((file) => {
    const opened = ['openDevTools', 'toggleDevTools'].flatMap((name) => callsOf(file, name));
    const set = propertiesOf(file.program, 'devTools').filter(
      ({ value }) => !/^(!\w*\.?app\.isPackaged|options\.devTools|false)$/.test(textOf(file, value)),
    );
    const menus = callsOf(file, 'installMenu').filter(
      ({ arguments: given }) =>
        !Array.isArray(given) || !/^!\w*\.?app\.isPackaged$/.test(textOf(file, given.at(-1))),
    );
    return [...opened, ...set, ...menus].map((node) => `${at(file, node)} may show DevTools`);
  });

const allowedPrivileges = new Set(['standard', 'secure', 'supportFetchAPI', 'stream']);

/** One scheme, standard and secure, that neither shares itself nor escapes the content security policy. */
export const oneScheme: Rule = (files) => {
  const registered = files.flatMap((file) =>
    callsOf(file, 'registerSchemesAsPrivileged').map((call) => ({ file, call })),
  );
  return [
    ...unless(registered.length === 1, `${registered.length} places register schemes`),
    ...registered.flatMap(({ file, call }) => {
      const privileges = propertiesOf(call, 'privileges')[0]?.['value'];
      const given = isNode(privileges) ? nodesIn(privileges).filter((n) => n.type === 'Property') : [];
      const names = given.filter(({ value }) => constantOf(value) === true).map(({ key }) => nameOf(key));
      return [
        ...unless(names.includes('standard') && names.includes('secure'), `${at(file, call)} is not secure`),
        ...names.filter((name) => !allowedPrivileges.has(name)).map((name) => `the scheme has ${name}`),
      ];
    }),
  ];
};

/** The updater's installer on Windows, whose signature was checked before; any other file is none of the app's business. */
const isInstaller = (file: ParsedFile, call: Node): boolean =>
  !file.path.startsWith('src/') && textOf(file, call).endsWith('openPath(installerPath)');

/** One place opens the system's browser; none opens files or folders. */
export const oneOpenExternal: Rule = (files) => {
  const opens = files.flatMap((file) => callsOf(file, 'openExternal').map((call) => at(file, call)));
  const others = files.flatMap((file) =>
    ['openPath', 'showItemInFolder']
      .flatMap((name) => callsOf(file, name))
      .filter((call) => !isInstaller(file, call))
      .map((call) => at(file, call)),
  );
  return [
    ...unless(opens.length === 1, `openExternal is called at ${opens.join(', ') || 'no place'}`),
    ...others,
  ];
};

/** What writes the queue is reached only by the instance that holds the lock. */
export const lockFirst: Rule = (files) => {
  const entry = entryOf(files);
  if (entry === undefined) return ['There is no main/index'];
  const guard = topLevel(entry).find(
    (node) => node.type === 'IfStatement' && nameOf(node['test']) === 'claimSingleInstance',
  );
  const mentions = entry.nodes.filter(
    (node) => node.type === 'Identifier' && node['name'] === 'start' && isPassed(entry, node),
  );
  const outside = mentions.filter((node) => guard === undefined || !isWithin(node, guard));
  const early = topLevel(entry).filter(
    (node) => node !== guard && calls(node, /(^|\.)(startApp|createServices|openJournal)$/),
  );
  return [
    ...unless(guard !== undefined && mentions.length > 0, 'nothing waits for the instance lock'),
    ...[...outside, ...early].map((node) => `${at(entry, node)} does not wait for the instance lock`),
  ];
};

/** Whether `start` is called or handed on here, rather than declared or a field of something. */
const isPassed = (file: ParsedFile, node: Node): boolean =>
  /(\(|=>\s*)$/.test(file.code.slice(0, node.start)) || file.code.startsWith('start(', node.start)
    ? !/(function|async)\s+$/.test(file.code.slice(0, node.start))
    : false;

const isWithin = (node: Node, outer: Node): boolean =>
  node.start >= outer.start && typeof outer['end'] === 'number' && node.start < outer['end'];

const calls = (node: Node, pattern: RegExp): boolean =>
  nodesIn(node).some(
    ({ type, callee }) =>
      (type === 'CallExpression' || type === 'NewExpression') && pattern.test(nameOf(callee)),
  );

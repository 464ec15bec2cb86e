import { at, callsOf, constantOf, isNode, nameOf, propertiesOf, type Node, type ParsedFile } from './ast.ts';
import { unless, type Rule } from './check.ts';

const each = (files: readonly ParsedFile[], find: (file: ParsedFile) => readonly Node[], what: string) =>
  files.flatMap((file) => find(file).map((node) => `${at(file, node)} ${what}`));

/** Calls whose first argument is such a text. */
const callsWith = (file: ParsedFile, callee: RegExp, text: RegExp): readonly Node[] =>
  file.nodes.filter(
    (node) =>
      node.type === 'CallExpression' &&
      callee.test(nameOf(node['callee'])) &&
      Array.isArray(node['arguments']) &&
      text.test(String(constantOf(node['arguments'][0]))),
  );

/** Nothing switches the check of certificates off, and nothing offers to. */
export const certificatesChecked: Rule = (files) => [
  ...each(
    files,
    (file) =>
      propertiesOf(file.program, 'rejectUnauthorized').filter(({ value }) => constantOf(value) === false),
    'does not check certificates',
  ),
  ...each(files, (file) => propertiesOf(file.program, 'checkServerIdentity'), 'judges certificates itself'),
  ...each(files, (file) => callsOf(file, 'setCertificateVerifyProc'), 'judges certificates itself'),
  ...each(
    files,
    (file) => [
      ...callsWith(file, /\.(on|once|addListener)$/, /^certificate-error$/),
      ...callsWith(file, /\.appendSwitch$/, /^ignore-certificate-errors/),
    ],
    'lets bad certificates pass',
  ),
];

/** Every connection of the app's own says which TLS it wants, and that certificates are checked. */
export const tlsSaid: Rule = (files) => {
  const mainFiles = files.filter(({ path }) => path.startsWith('src/main/'));
  const opened = mainFiles.flatMap((file) => [
    ...callsOf(file, 'HttpsAgent').map((call) => ({ file, call })),
    ...callsOf(file, 'connect')
      .filter(({ callee }) => nameOf(callee) === 'tls.connect')
      .map((call) => ({ file, call })),
  ]);
  return [
    ...unless(opened.length > 0, 'no secure connection was found'),
    ...opened.flatMap(({ file, call }) => [
      ...unless(
        /^TLSv1\.[23]$/.test(String(constantOf(propertiesOf(call, 'minVersion')[0]?.['value']))),
        `${at(file, call)} does not ask for TLS 1.2`,
      ),
      ...unless(
        constantOf(propertiesOf(call, 'rejectUnauthorized')[0]?.['value']) === true,
        `${at(file, call)} leaves the check of certificates to the environment`,
      ),
    ]),
  ];
};

/** The SDK never takes endpoints or credentials that the operator did not choose. */
export const explicitS3: Rule = (files) => {
  const clients = files.flatMap((file) => callsOf(file, 'S3Client').map((call) => ({ file, call })));
  const providers = files.flatMap((file) =>
    ['fromIni', 'fromNodeProviderChain'].flatMap((name) =>
      callsOf(file, name).map((call) => ({ file, call })),
    ),
  );
  return [
    ...unless(clients.length > 0 && providers.length > 0, 'no use of the SDK was found'),
    ...clients
      .filter(
        ({ call }) =>
          constantOf(propertiesOf(call, 'ignoreConfiguredEndpointUrls')[0]?.['value']) !== true ||
          propertiesOf(call, 'credentials').length === 0,
      )
      .map(({ file, call }) => `${at(file, call)} listens to the environment`),
    ...providers
      .filter(({ call }) => propertiesOf(call, 'clientConfig').length === 0)
      .map(({ file, call }) => `${at(file, call)} may follow configured endpoints`),
  ];
};

/** Nothing follows redirects by itself: neither `fetch` nor Electron's `net` is used, in the page not even to connect. */
export const noFetch: Rule = (files) => [
  ...each(
    files.filter(({ path }) => path.startsWith('src/')),
    (file) => [
      ...(isGiven(file, 'fetch') ? [] : callsOf(file, 'fetch')).filter(({ callee }) =>
        /^((globalThis|window|net)\.)?fetch$/.test(nameOf(callee)),
      ),
      ...['XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon'].flatMap((name) => callsOf(file, name)),
    ],
    'connects by other means',
  ),
  ...each(
    files,
    (file) =>
      file.nodes.filter(
        (node) =>
          node.type === 'ImportSpecifier' && nameOf(node['imported']) === 'net' && isElectrons(file, node),
      ),
    'imports Electron’s net',
  ),
  ...each(
    files,
    (file) =>
      callsOf(file, 'request').filter(({ callee }) => nameOf(callee).endsWith('electron.net.request')),
    'uses Electron’s net',
  ),
];

/** Whether a function of the file takes something by this name, which then is not the global. */
const isGiven = (file: ParsedFile, name: string): boolean =>
  file.nodes.some(
    ({ params }) => Array.isArray(params) && params.some((given: unknown) => nameOf(given) === name),
  );

const isElectrons = (file: ParsedFile, specifier: Node): boolean =>
  file.nodes.some(
    (node) =>
      node.type === 'ImportDeclaration' &&
      nameOf(node['source']) === 'electron' &&
      Array.isArray(node['specifiers']) &&
      node['specifiers'].includes(specifier),
  );

const harmlessCode: ReadonlySet<unknown> = new Set(['', 'return this']);

/** No text becomes code. */
export const noEval: Rule = (files) =>
  each(
    files,
    (file) => [
      ...callsOf(file, 'eval').filter(({ callee }) => isNode(callee) && callee.type === 'Identifier'),
      // `new Function("")` only asks whether it may, and `return this` is all that a library for any engine asks for.
      ...callsOf(file, 'Function').filter(
        ({ callee, arguments: given }) =>
          isNode(callee) &&
          callee.type !== 'CallExpression' &&
          nameOf(callee) === 'Function' &&
          !(Array.isArray(given) && given.length === 1 && harmlessCode.has(constantOf(given[0]))),
      ),
    ],
    'makes code of text',
  );

/** No text becomes markup. */
export const noMarkup: Rule = (files) =>
  each(
    files.filter(({ path }) => path.startsWith('src/')),
    (file) => [
      ...file.nodes.filter(
        ({ type, left }) =>
          type === 'AssignmentExpression' && /\.(innerHTML|outerHTML|srcdoc)$/.test(nameOf(left)),
      ),
      ...file.nodes.filter(
        ({ type, name }) =>
          type === 'JSXAttribute' && isNode(name) && name['name'] === 'dangerouslySetInnerHTML',
      ),
      ...['insertAdjacentHTML', 'createContextualFragment', 'parseFromString'].flatMap((name) =>
        callsOf(file, name),
      ),
      ...callsOf(file, 'write').filter(({ callee }) => nameOf(callee) === 'document.write'),
    ],
    'makes markup of text',
  );

/** Calls between processes pass the registry and the bridge, and nothing else. */
export const noRawIpc: Rule = (files) => [
  ...each(
    files,
    (file) =>
      file.nodes.filter(
        ({ type, object }) => type === 'MemberExpression' && /(^|\.)ipcMain$/.test(nameOf(object)),
      ),
    'uses ipcMain by itself',
  ),
  ...each(
    files.filter(({ path }) => !/^(src|out)\/preload\//.test(path)),
    (file) => file.nodes.filter(({ type, name }) => type === 'Identifier' && name === 'ipcRenderer'),
    'uses ipcRenderer outside the preload',
  ),
];

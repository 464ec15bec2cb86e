import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { below, follow, isNode, type OpenApiFile, type Placed } from './openapi-file.ts';

/** One request as it went over the wire; the path is below the base URL. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Its answer. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Holds traffic against Pixop's OpenAPI file; each check tells every breach in a sentence, none for what conforms. */
export interface Contract {
  readonly checkRequest: (request: SentRequest) => readonly string[];
  readonly checkAnswer: (request: SentRequest, answer: SentAnswer) => readonly string[];
  /** Whether a value conforms to a schema of `components`, as strictly as it says. */
  readonly isValid: (schema: string, value: unknown) => boolean;
  /** Codes of `ErrorCodeEnum`. */
  readonly errorCodes: readonly string[];
  /** The documented statuses of an operation, such as `createMasterVideoFromS3InputLocationId`. */
  readonly statusesOf: (operationId: string) => readonly number[];
}

const FILE = 'openapi.json';

/** Headers that the file's introduction asks for with every call; it declares none of them as a parameter. */
const REQUIRED_HEADERS = { accept: 'application/json', 'content-type': 'application/json' } as const;

/** Builds the validator of a file. */
export function createContract(file: OpenApiFile): Contract {
  const bodies = validator(file, false);
  // A query and a header are text on the wire: "100" is the integer that is meant.
  const texts = validator(file, true);

  function operationOf({ method, path }: SentRequest): Placed | null {
    const parts = path.split('/');
    // A path without variable parts wins over one with them.
    const names = Object.keys(file.paths).toSorted((a, b) => a.split('{').length - b.split('{').length);
    const name = names.find((candidate) => {
      const wanted = candidate.split('/');
      return (
        wanted.length === parts.length &&
        wanted.every((part, index) => part.startsWith('{') || part === parts[index])
      );
    });
    const pointer = below('#/paths', name ?? '', method.toLowerCase());
    return name === undefined || file.paths[name]?.[method.toLowerCase()] === undefined
      ? null
      : follow(file, pointer);
  }

  function checkRequest(request: SentRequest): string[] {
    const operation = operationOf(request);
    if (operation === null) return [`${request.method} ${request.path} is not documented`];
    const problems = Object.entries(REQUIRED_HEADERS)
      .filter(([name, value]) => request.headers[name] !== value)
      .map(([name, value]) => `the header ${name} is not ${value}`);
    if (typeof request.headers['x-api-key'] !== 'string') problems.push('the header x-api-key is missing');
    return [...problems, ...checkQuery(operation, request.query), ...checkBody(operation, request.body)];
  }

  function checkQuery({ node, pointer }: Placed, query: URLSearchParams): string[] {
    const parameters = Array.isArray(node['parameters']) ? node['parameters'] : [];
    const known = new Map(
      parameters.map((_, index) => {
        const parameter = follow(file, below(pointer, 'parameters', index));
        return [`${String(parameter.node['in'])} ${String(parameter.node['name'])}`, parameter] as const;
      }),
    );
    return [...query].flatMap(([name, value]) => {
      const parameter = known.get(`query ${name}`);
      if (parameter === undefined) return [`the parameter ${name} is not documented`];
      return texts(below(parameter.pointer, 'schema'), { value }).map(
        (problem) => `parameter ${name}: ${problem}`,
      );
    });
  }

  function checkBody({ node, pointer }: Placed, body: string): string[] {
    if (!isNode(node['requestBody'])) return body === '' ? [] : ['a body is sent where none is documented'];
    const { pointer: place } = follow(file, below(pointer, 'requestBody'));
    return checkJson(below(place, 'content', 'application/json', 'schema'), body).map(
      (problem) => `body: ${problem}`,
    );
  }

  function checkAnswer(request: SentRequest, answer: SentAnswer): string[] {
    const operation = operationOf(request);
    if (operation === null) return [`${request.method} ${request.path} is not documented`];
    const responses = operation.node['responses'];
    if (!isNode(responses) || !isNode(responses[answer.status]))
      return [`status ${answer.status} is not documented`];
    const { node, pointer } = follow(file, below(operation.pointer, 'responses', answer.status));
    return [
      ...checkHeaders({ node, pointer }, answer.headers),
      ...checkAnswerBody({ node, pointer }, answer),
    ];
  }

  function checkHeaders({ node, pointer }: Placed, headers: SentAnswer['headers']): string[] {
    return Object.keys(isNode(node['headers']) ? node['headers'] : {}).flatMap((name) => {
      const value = headers[name.toLowerCase()];
      if (value === undefined) return [`the header ${name} is missing`];
      const place = follow(file, below(pointer, 'headers', name)).pointer;
      return texts(below(place, 'schema'), { value }).map((problem) => `header ${name}: ${problem}`);
    });
  }

  function checkAnswerBody({ node, pointer }: Placed, { status, headers, body }: SentAnswer): string[] {
    if (isNode(node['content'])) {
      const type = headers['content-type'];
      const problems = type === 'application/json' ? [] : [`the content type is ${String(type)}`];
      return [...problems, ...checkJson(below(pointer, 'content', 'application/json', 'schema'), body)];
    }
    if (body === '') return [];
    // The file gives 404 no content, and codes that only a 404 can carry: a body there has to be an error.
    return status === 404
      ? checkJson('#/components/schemas/Error', body)
      : ['a body where none is documented'];
  }

  function checkJson(pointer: string, body: string): string[] {
    const value = parsed(body);
    return value === undefined ? ['the body is no JSON'] : bodies(pointer, { value });
  }

  return {
    checkRequest,
    checkAnswer,
    isValid: (schema, value) => bodies(below('#/components/schemas', schema), { value }).length === 0,
    errorCodes: stringsOf(follow(file, '#/components/schemas/ErrorCodeEnum').node['enum']),
    statusesOf(operationId) {
      const operation = Object.values(file.paths)
        .flatMap((methods) => Object.values(methods))
        .find((candidate) => isNode(candidate) && candidate['operationId'] === operationId);
      const responses = isNode(operation) ? operation['responses'] : undefined;
      if (!isNode(responses)) throw new Error(`The file has no operation ${operationId}`);
      return Object.keys(responses).map(Number);
    },
  };
}

type Check = (pointer: string, holder: { readonly value: unknown }) => string[];

/** Checks values against parts of the file; objects may have no properties beyond the documented ones. */
function validator(file: OpenApiFile, coerceTypes: boolean): Check {
  const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes });
  formats(ajv);
  ajv.addSchema(file, FILE);
  const compiled = new Map<string, ValidateFunction>();
  return (pointer, holder) => {
    const schema = { $ref: `${FILE}${encodeURI(pointer)}`, unevaluatedProperties: false };
    const check = compiled.get(pointer) ?? ajv.compile({ type: 'object', properties: { value: schema } });
    compiled.set(pointer, check);
    return check({ ...holder }) ? [] : (check.errors ?? []).map(sentenceOf);
  };
}

const sentenceOf = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath.replace(/^\/value/, '') || '/'} ${message ?? ''} ${JSON.stringify(params)}`;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const stringsOf = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];

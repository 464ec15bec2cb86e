import { readOpenApi } from '../../contract/openapi-file.ts';
import { createContract } from '../../contract/openapi.ts';
import { documentedCodes } from '../../simulators/pixop/core/pixop-error.ts';
import { awkwardMoments } from './awkward-moments.ts';
import { answerCases } from './cases.ts';
import { runAnswers } from './run-answers.ts';
import { runMoment } from './run-moments.ts';

/**
 * `npm run outcomes`: every documented status and error code of the import call in every form of body, and every
 * awkward moment of a connection, over real sockets to the real client and through the judgement that imports rest on.
 */
const started = performance.now();
const file = readOpenApi();
const contract = file === null ? null : createContract(file);
const statuses = contract?.statusesOf('createMasterVideoFromS3InputLocationId') ?? [
  202, 400, 401, 403, 404, 429, 500,
];
const codes = [...(contract?.errorCodes ?? documentedCodes), 'A_CODE_OF_TOMORROW'];
console.log(
  `${statuses.length} documented statuses, ${codes.length} codes${file === null ? ' (without Pixop’s file)' : ''}`,
);

const answers = await runAnswers(answerCases(statuses, codes));
console.log(
  `${answers.cases} answers: ${Object.entries(answers.kinds)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ')}`,
);
for (const line of [...answers.misjudged, ...answers.repeated].slice(0, 20)) console.error(line);

const moments = [];
for (const moment of awkwardMoments) moments.push(await runMoment(moment));
const wrong = moments.filter(({ isRight }) => !isRight);
console.log(`${moments.length} awkward moments: ${moments.length - wrong.length} as they have to be`);
for (const { moment, kind, connections, deliveries } of wrong)
  console.error(`${moment.name}: ${kind}, ${connections} connections, ${deliveries} deliveries`);

const faults = answers.misjudged.length + answers.repeated.length + wrong.length;
console.log(
  `${answers.misjudged.length} misjudged, ${answers.repeated.length} not delivered exactly once, ${wrong.length} moments gone wrong; ${Math.round(performance.now() - started)} ms`,
);
process.exit(faults === 0 ? 0 : 1);

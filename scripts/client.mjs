// Reads an OpenAPI document from stdin and writes the types that web/src/api/client.ts speaks in to stdout.
import { register } from 'node:module';
import { text } from 'node:stream/consumers';

// The generator needs the compiler API that TypeScript 7 does not have; it is given the one that ts-morph brings along.
register(
  `data:text/javascript,${encodeURIComponent(`
    export const resolve = (name, context, next) => next(name === 'typescript' ? '@ts-morph/common/dist/typescript.js' : name, context);
  `)}`,
  import.meta.url,
);
const { default: openapiTypescript, astToString } = await import('openapi-typescript');

const document = JSON.parse(await text(process.stdin));
for (const methods of Object.values(document.paths)) {
  for (const { responses } of Object.values(methods)) {
    // Every "no" is the same problem, which web/src/api/problem.ts reads.
    for (const status of Object.keys(responses)) if (!/^2/.test(status)) delete responses[status];
  }
}
process.stdout.write(astToString(await openapiTypescript(document, { alphabetize: true })));

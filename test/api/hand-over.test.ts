import { expect, test } from '@jest/globals';
import Fastify from 'fastify';
import { handOver } from '../../api/apart/hand-over.ts';
import type { Asked, Reader } from '../../api/apart/words.ts';

test('a body without a byte is handed over as none, so that it can be asked once more', async () => {
  const bodies: Asked['body'][] = [];
  const reader: Reader = {
    ask: ({ body }) => {
      bodies.push(body && new Uint8Array(body));
      return Promise.resolve({ status: 200, headers: {}, body: new Uint8Array() });
    },
  };
  const app = Fastify();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.decorateRequest('person', 'E1');
  app.post('/files', { preHandler: (request, reply) => handOver(reader, request, reply) }, async () => 'not reached');
  const origin = await app.listen({ port: 0 });
  const headers = { 'content-type': 'application/pdf' };
  for (const body of ['', 'a']) await fetch(`${origin}/files`, { method: 'POST', headers, body });
  await app.close();
  expect(bodies).toEqual([undefined, new Uint8Array([97])]);
});

import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Clock } from '../../db/clock.ts';
import { connectForTurns, type Pool } from '../../db/connection.ts';
import { KeyRing } from '../../db/keys.ts';
import { anybody } from '../../domain/turn/rights.ts';
import { Advance } from '../../engine/advance.ts';
import { EngineUnavailable, Gateway } from '../../engine/gateway.ts';
import { engineOf } from '../../engine/parts.ts';

// A database that takes connections and then says nothing, as a machine does that is cut off or has stopped.
let server: Server;
let pool: Pool;
const sockets: Socket[] = [];
beforeAll(async () => {
  server = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  pool = connectForTurns(`postgres://a:b@127.0.0.1:${(server.address() as AddressInfo).port}/nothing`);
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await pool.end();
  await new Promise((closed) => void server.close(closed));
});

test('whoever sends a command to a database that is silent hears so once the patience is over', async () => {
  const keys = new KeyRing(pool, Buffer.alloc(32).toString('base64'));
  const turns = new Advance(
    engineOf({ rights: anybody, pool, keys, time: { clock: new Clock() }, complain: () => undefined }),
  );
  const gateway = new Gateway({ turns, after: () => undefined, patience: 100 });
  const sent = gateway.send('round:silent', { id: 'close-01', actor: 'P1', type: 'close', body: {} });
  await expect(sent).rejects.toBeInstanceOf(EngineUnavailable);
});

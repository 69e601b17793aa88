import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort, isPortTaken, outgoingFrom, rememberedPort, requireFreePort } from '../../stack/ports.ts';
import { startPostgres } from '../../stack/postgres.ts';
import { emptyFolder } from './folder.ts';

it('gives ports that no outgoing connection gets before they are used', async () => {
  const ports = await Promise.all(Array.from({ length: 50 }, freePort));
  expect(Math.max(...ports)).toBeLessThan(outgoingFrom());
});

describe('a port that another program has', () => {
  let other: Server;
  let port: number;
  beforeEach(async () => {
    port = await freePort();
    other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    await new Promise((resolve) => other.close(resolve));
  });

  it('is seen to be taken', async () => {
    expect(await isPortTaken(port)).toBe(true);
    expect(await isPortTaken(await freePort())).toBe(false);
  });

  it('is refused in a sentence that says which port and how to choose another', async () => {
    await expect(requireFreePort(port, 'Temporal', '--temporal-port PORT')).rejects.toThrow(
      `Port ${port}, which Temporal should listen on, is taken by another program: ` +
        'stop that program, or choose another port with --temporal-port PORT.',
    );
  });

  it('stops PostgreSQL from starting there', async () => {
    const dataDir = await emptyFolder();
    await expect(
      startPostgres({ dataDir, port, logins: { owner: 'rostrum', others: [] }, ephemeral: true }),
    ).rejects.toThrow(`Port ${port}, which PostgreSQL should listen on, is taken`);
    await rm(dataDir, { recursive: true });
  });

  it('is given up when nobody asked for it by number', async () => {
    expect(await rememberedPort(port)).not.toBe(port);
    const free = await freePort();
    expect(await rememberedPort(free)).toBe(free);
  });
});

import { Client, Connection } from '@temporalio/client';

/**
 * A client that connects when it is first needed. A call that fails is not made again by itself: whoever makes it knows when
 * to, and one that waits to be made again would end the process as soon as its connection is closed.
 */
export function temporalClient(address: string, namespace: string): Client & { readonly connection: Connection } {
  const connection = Connection.lazy({ address, interceptors: [] });
  return new Client({ connection, namespace }) as Client & { readonly connection: Connection };
}

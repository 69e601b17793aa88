import type { FastifyRequest } from 'fastify';

/**
 * Lets a request by, or throws the problem why its sender may not ask it. It sees the path and the sender alone: the body
 * has not been read yet, and the path not been checked.
 */
export type Demand = (request: Pick<FastifyRequest, 'person' | 'params'>) => Promise<void> | undefined;

import type { FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';

/** So many parts of an IPv6 address, of 16 bits each, name a network; the others are its owner's to choose (RFC 6177). */
const OF_NETWORK = 4;

/**
 * From where a request comes, as strangers are counted by it: their address, of IPv6 the network that it lies in, since whoever has one
 * such address has as many as they like. IPv4 in the writing of IPv6 is the same place.
 */
export function placeOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  if (address.kind() === 'ipv4') return address.toString();
  const { parts } = address as ipaddr.IPv6;
  return `${parts
    .slice(0, OF_NETWORK)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

/** By whom a request is counted: its person, or where strangers ask from. */
export function countedBy(request: Pick<FastifyRequest, 'ip' | 'person'>): string {
  return request.person || `from ${placeOf(request)}`;
}

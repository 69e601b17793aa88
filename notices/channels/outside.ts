import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Addresses inside the network that may be called all the same: single ones, or networks such as `10.1.2.0/24`. */
export type Allowed = readonly string[];

/** How names are resolved; Node's own way unless a test brings another. */
export type Resolve = (
  name: string,
  options: LookupAllOptions,
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/** What is thrown in the place of a connection. */
export class InsideNetwork extends Error {
  override name = 'InsideNetwork';

  constructor(address: string) {
    super(`${address} lies inside the network; allow it by ROSTRUM_WEBHOOK_ALLOW if that is meant`);
  }
}

/**
 * Whether everybody may reach an address from everywhere. An address that carries another one, as those of IPv4 within IPv6
 * do, is taken for that one or refused.
 */
export function isOutside(address: string): boolean {
  const ip = ipaddr.process(address);
  if (ip.range() !== 'unicast') return false;
  return !(ip instanceof ipaddr.IPv6) || (ip.match(GLOBAL_UNICAST) && !isIsatap(ip));
}

/** Whether it leads to an address of IPv4 by its interface (RFC 5214, 6.1), whatever network it is in. */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return (parts[4] === 0 || parts[4] === 0x0200) && parts[5] === 0x5efe;
}

const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number];

function isAllowed(address: string, allowed: Allowed): boolean {
  const ip = ipaddr.process(address);
  return allowed.some((text) => {
    const [network, bits] = ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : [ipaddr.process(text), undefined];
    return network.kind() === ip.kind() && ip.match(network, bits ?? (network.kind() === 'ipv4' ? 32 : 128));
  });
}

/** @throws InsideNetwork for a host that is itself an address that may not be called; names are looked at when they are resolved. */
export function refuseInside(host: string, allowed: Allowed): void {
  const address = host.replace(/^\[|\]$/g, '');
  if (isIP(address) && !isOutside(address) && !isAllowed(address, allowed)) throw new InsideNetwork(address);
}

/**
 * Resolves a name for whoever connects, and fails if any of its addresses may not be called. The connection goes to one of the
 * very addresses that were looked at: a name that says something else a moment later deceives nobody.
 */
export function lookupOutside(allowed: Allowed, resolve: Resolve = lookup): LookupFunction {
  return (name, options, done) => {
    resolve(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const inside = found.find(({ address }) => !isOutside(address) && !isAllowed(address, allowed));
      if (inside) return done(new InsideNetwork(`${name} (${inside.address})`), []);
      if (options.all) return done(null, found);
      const [first] = found;
      if (first) done(null, first.address, first.family);
      else done(Object.assign(new Error(`${name} has no address`), { code: 'ENOTFOUND' }), []);
    });
  };
}

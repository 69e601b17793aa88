/*
 * What of the master key the notices process needs, which opens what is sealed and signs nothing; see db/master-key.ts.
 *   node deploy/opening-key.mjs < deploy/secrets/master_key
 */
import { createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';

const master = Buffer.from(readFileSync(0, 'utf8').trim(), 'base64');
if (master.length !== 32) throw new Error('The master key must be 32 bytes in base64: give it as standard input.');
const derived = (purpose) => Buffer.from(hkdfSync('sha256', master, '', purpose, 32));
// An Ed25519 key in PKCS #8 and in SPKI (RFC 8410).
const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), derived('rostrum signature')]);
const key = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
const open = key.export({ format: 'der', type: 'spki' }).subarray(12);
process.stdout.write(Buffer.concat([derived('rostrum wrapping'), open]).toString('base64'));

/** What whoever is not known is told to send (RFC 9110, 11.6.1). */
export const CHALLENGE = { 'www-authenticate': 'Bearer realm="rostrum"' };

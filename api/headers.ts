/** Nothing that is answered here is a page: nothing in it runs, loads, is framed, or sends a form. */
const NO_PAGE = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The same for bytes that somebody else made: whatever they are, they stand in an origin of their own. */
export const SANDBOX = `${NO_PAGE}; sandbox`;

/**
 * What every answer says to browsers, and to whatever lies between: keep nothing, never guess the type of what comes, tell no
 * other site where one was, come by TLS alone (which counts where the answer came by it, RFC 6797). A route may say otherwise.
 */
export const HEADERS = Object.freeze({
  'cache-control': 'no-store',
  'content-security-policy': NO_PAGE,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
});

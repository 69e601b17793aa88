/**
 * The nonce of this page's content security policy: without it no style that is made while the page runs would hold. It stands
 * in the page's head, where scripts of the page alone can read it.
 */
export function nonceOfPage(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

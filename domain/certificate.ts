import type { Label } from '../contracts/form.ts';

/** Who signs a certificate, and as what. */
export interface Signatory {
  readonly name: string;
  readonly title: Label;
}

const COMPANY = { en: 'For the company', 'zh-CN': '公司' };

/** Whoever is named; where nobody is, the company signs by its own name, in the language of the certificate. */
export function signatoryOf(named: Signatory | null, company: Label, locale: keyof Label): Signatory {
  return named ?? { name: company[locale], title: COMPANY };
}

/** The code by which a certificate is checked against the ledger. @param link of what is certified, in hexadecimal */
export function verifyCodeOf(link: string): string {
  return link.slice(0, 12);
}

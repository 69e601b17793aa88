/** A length of time that says its kind. Negative means before. */
export type Duration =
  | { readonly kind: 'business'; readonly days: number }
  | { readonly kind: 'calendar'; readonly days: number }
  | { readonly kind: 'exact'; readonly minutes: number };

const DAYS = /^(-?)(\d{1,4})(bd|d)$/;
const EXACT = /^(-?)PT(?=\d)(?:(\d{1,4})H)?(?:(\d{1,4})M)?$/;

const signed = (minus: string | undefined, figure: number): number => (minus && figure > 0 ? -figure : figure);

/**
 * Reads `3bd` (business days), `3d` (calendar days), `PT4H`, `PT30M` or `PT4H30M` (elapsed time); a leading `-` is before.
 * Throws an Error of one sentence for anything else.
 */
export function parseDuration(text: string): Duration {
  const days = DAYS.exec(text);
  if (days) {
    return { kind: days[3] === 'bd' ? 'business' : 'calendar', days: signed(days[1], Number(days[2])) };
  }
  const exact = EXACT.exec(text);
  if (exact) {
    return { kind: 'exact', minutes: signed(exact[1], Number(exact[2] ?? 0) * 60 + Number(exact[3] ?? 0)) };
  }
  throw new Error(
    `"${text}" is not a duration: write 3bd for business days, 3d for calendar days or PT4H for hours, with a minus in front for before.`,
  );
}

const PREFIX = 'e_';
/** Characters of an element id that a field's key may not hold, or that stand for something in it. */
const WRITTEN: Readonly<Record<string, string>> = { '.': '_', _: '-u', '-': '--' };
const MEANT: Readonly<Record<string, string>> = { _: '.', '-u': '_', '--': '-' };
const LONGEST_KEY = 40;

/** The key of the field that rates an element: `2.A.1.d` is `e_2_A_1_d`. `elementOfKey` leads back. */
export function fieldKeyOf(element: string): string {
  return PREFIX + element.replace(/[._-]/g, (character) => WRITTEN[character]!);
}

/** The element that a field rates; null for the key of any other field. */
export function elementOfKey(key: string): string | null {
  if (!/^e_[A-Za-z0-9]([A-Za-z0-9_]|-u|--)*$/.test(key)) return null;
  return key.slice(PREFIX.length).replace(/_|-u|--/g, (written) => MEANT[written]!);
}

/** Whether an element's id is short enough to be the key of a field. */
export const fitsFieldKey = (element: string): boolean => fieldKeyOf(element).length <= LONGEST_KEY;

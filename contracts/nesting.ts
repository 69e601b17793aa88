/** JSON that Rostrum takes nests lists and objects this deep at most; what people send needs about ten levels. */
export const DEEPEST = 64;

const [QUOTE, ESCAPE, LIST, LIST_END, OBJECT, OBJECT_END] = [...'"\\[]{}'].map((c) => c.charCodeAt(0)) as [
  ...[number, number, number, number, number, number],
];

/**
 * Whether JSON in UTF-8 nests deeper than it may. It is asked before the text is parsed, since what is written or checked level
 * by level afterwards would run out of stack. Text that is no JSON gets some answer; the parser refuses it.
 */
export function isTooDeep(json: Uint8Array): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const c = json[i];
    if (quoted) {
      if (c === ESCAPE) i++;
      else if (c === QUOTE) quoted = false;
    } else if (c === QUOTE) quoted = true;
    else if (c === LIST || c === OBJECT) {
      if (++depth > DEEPEST) return true;
    } else if (c === LIST_END || c === OBJECT_END) depth--;
  }
  return false;
}

export const TOO_DEEP = `The body nests lists and objects deeper than ${DEEPEST} levels; check its brackets.`;

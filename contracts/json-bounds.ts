/** JSON that Rostrum takes nests lists and objects this deep at most; what people send needs about ten levels. */
const DEEPEST = 64;
/**
 * It holds so many values at most, lists and objects among them: parsed, each takes up to 150 bytes however short it is, so
 * that a body of megabytes would take a hundred times as much. 10,000 people of an import are 200,000 values, and 20,000 tasks with
 * their answers 400,000.
 */
export const MOST_VALUES = 1_000_000;
/**
 * And so many different keys: whoever parses it keeps each as a word of its own, and whoever copies an object with very many of them
 * makes a table, which takes ten times as much. Objects of one kind share theirs; an answer, or a list by people, has its own.
 */
export const MOST_KEYS = 50_000;
/** A key takes at least its quotes, its colon and its value: in less there are not so many. */
const SHORTEST_WITH_KEY = 4;

const [QUOTE, ESCAPE, COMMA, COLON, LIST, LIST_END, OBJECT, OBJECT_END] = [...'"\\,:[]{}'].map((c) =>
  c.charCodeAt(0),
) as [...[number, number, number, number, number, number, number, number]];

/** Of what JSON has too much, as the key of a refusal, and how much it may have at most. */
interface Beyond {
  readonly key: 'not-json/too-deep' | 'payload-too-large/too-many-values' | 'payload-too-large/too-many-keys';
  readonly most: number;
}

const TOO_DEEP: Beyond = { key: 'not-json/too-deep', most: DEEPEST };
const TOO_MANY: Beyond = { key: 'payload-too-large/too-many-values', most: MOST_VALUES };
const TOO_MANY_KEYS: Beyond = { key: 'payload-too-large/too-many-keys', most: MOST_KEYS };

/**
 * Whether JSON in UTF-8 is beyond what it may be; undefined: it is not. It is asked before the text is parsed: what nests deeply would
 * run whoever writes or checks it out of stack, what holds much out of memory. Text that is no JSON gets some answer; the parser
 * refuses it.
 */
export function beyondBounds(json: Uint8Array): Beyond | undefined {
  let depth = 0;
  // A comma stands before each value but the first of a list or an object, whose bracket stands for that one.
  let values = 1;
  let quoted = false;
  const keys = json.length < MOST_KEYS * SHORTEST_WITH_KEY ? undefined : new Set<string>();
  const text = Buffer.from(json.buffer, json.byteOffset, json.byteLength);
  // Of the text in quotes that was last.
  let [from, to] = [0, 0];
  for (let i = 0; i < json.length; i++) {
    const c = json[i];
    if (quoted) {
      if (c === ESCAPE) i++;
      else if (c === QUOTE) [quoted, to] = [false, i];
    } else if (c === QUOTE) [quoted, from] = [true, i + 1];
    else if (c === COMMA) values++;
    else if (c === COLON && keys) {
      keys.add(text.toString('latin1', from, to));
      if (keys.size > MOST_KEYS) return TOO_MANY_KEYS;
    } else if (c === LIST || c === OBJECT) {
      values++;
      if (++depth > DEEPEST) return TOO_DEEP;
    } else if (c === LIST_END || c === OBJECT_END) depth--;
    else continue;
    if (values > MOST_VALUES) return TOO_MANY;
  }
  return undefined;
}

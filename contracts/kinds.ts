// The kinds of process, with what has to be known of each wherever it is spoken of. No shape is here, so that workflows
// can ask as well.

/** What has to be known of a kind of process before anything is known of its shapes. */
export interface KindWords {
  /** The type of its workflows; `procedure` for one without a story of its own. */
  readonly workflow: string;
  /** As sentences name one. */
  readonly noun: string;
  /** Whether it goes from stage to stage, as `defineProcedure` makes it. */
  readonly procedure: boolean;
}

/** The kinds of the house: a kind has its line here, and its process in `domain/kinds.ts`. */
export const KINDS = {
  organisation: { workflow: 'organisation', noun: 'organisation', procedure: false },
  selection: { workflow: 'trainerSelection', noun: 'selection', procedure: true },
  cycle: { workflow: 'trainingPlanCycle', noun: 'cycle', procedure: true },
  offering: { workflow: 'courseDelivery', noun: 'course', procedure: true },
  round: { workflow: 'round', noun: 'round', procedure: false },
} as const satisfies Readonly<Record<string, KindWords>>;

/** The name of a kind of the house. A kind that was admitted has another one, which no type can know. */
export type KindName = keyof typeof KINDS;

/** The story of a kind that tells none of its own. */
export const PLAIN_WORKFLOW = 'procedure';

const words = new Map<KindName, KindWords>(Object.entries(KINDS) as [KindName, KindWords][]);

/** Every kind there is: those of the house, then those that were admitted. */
export function kindNames(): KindName[] {
  return [...words.keys()];
}

/** What has to be known of a kind. @throws where there is none of that name */
export function wordsOf(kind: KindName): KindWords {
  const found = words.get(kind);
  if (!found) throw new Error(`There is no kind of process "${kind}".`);
  return found;
}

/** True where there is a kind of that name. */
export function isKind(name: string): name is KindName {
  return words.has(name as KindName);
}

/**
 * Makes the name of a kind from outside known; `domain/kinds.ts` admits the rest of it.
 * @throws where the name is taken, or cannot stand before the colon of an id or in a path
 */
export function admitWords(name: string, said: KindWords): KindName {
  if (isKind(name)) throw new Error(`There is a kind of process "${name}" already; choose another name.`);
  if (!/^[a-z][A-Za-z]{0,11}$/.test(name))
    throw new Error(`"${name}" cannot be a kind of process; choose a word of at most 12 letters.`);
  words.set(name as KindName, said);
  return name as KindName;
}

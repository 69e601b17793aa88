import { z } from 'zod';
import { Figure, Step } from './figure.ts';
import { named } from './ids.ts';
import { line, prose } from './text.ts';

/** A label in both languages of the app. */
export const Label = z.object({ en: line(400), 'zh-CN': line(400) });
export type Label = z.infer<typeof Label>;

/** What is the case, as a sentence or several in both languages. */
export const Sentence = z.object({ en: line(4000), 'zh-CN': line(4000) });
export type Sentence = z.infer<typeof Sentence>;

/** What a score looks like in practice. */
export const Anchor = z.object({ score: Figure, text: Label });
export type Anchor = z.infer<typeof Anchor>;
/** At most so many of them say what one field, or one element of an ability model, means. */
export const MOST_ANCHORS = 20;

const base = {
  key: z.string().regex(named('[a-z][A-Za-z0-9_-]{0,39}'), 'must be a short name such as comment'),
  label: Label,
  required: z.boolean().default(true),
  /** Required all the same when another field of the form has this value. */
  requiredWhen: z.object({ field: line(40), equals: z.union([line(60, 0), z.boolean()]) }).optional(),
};

/**
 * Whose ids a field of ids takes: of a kind of thing, each in the shape that it has, or these and no others. What is no
 * id is refused, as it would stand open in the ledger.
 */
export const IdSource = z.union([z.enum(['people', 'needs']), z.array(line(120)).max(5000)]);
export type IdSource = z.infer<typeof IdSource>;

/** One question of a form. Free text is sealed under the key of the person it is about; everything else is a figure or an id. */
export const Field = z.discriminatedUnion('kind', [
  z.object({
    ...base,
    kind: z.literal('score'),
    min: Figure,
    max: Figure,
    step: Step,
    /** In the order of their scores. */
    anchors: z.array(Anchor).max(MOST_ANCHORS).optional(),
    /** The level that a post asks for. It is apart from the label, so that nobody need see it before they have scored. */
    wanted: Figure.optional(),
  }),
  z.object({
    ...base,
    kind: z.literal('choice'),
    options: z
      .array(z.object({ value: line(60), label: Label }))
      .min(1)
      .max(60),
  }),
  z.object({
    ...base,
    kind: z.literal('text'),
    minLength: z.number().int().min(0).max(20_000).default(0),
    maxLength: z.number().int().min(1).max(20_000).default(4000),
  }),
  z.object({ ...base, kind: z.literal('flag') }),
  z.object({ ...base, kind: z.literal('date') }),
  z.object({ ...base, kind: z.literal('people'), max: z.number().int().min(1).max(100).default(1) }),
  z.object({ ...base, kind: z.literal('ids'), from: IdSource, max: z.number().int().min(1).max(500).default(50) }),
]);
export type Field = z.infer<typeof Field>;

export const Form = z.object({ fields: z.array(Field).min(1).max(60) });
export type Form = z.infer<typeof Form>;

/** What a person writes into a form: field key to value. A key that is absent or null is not answered. */
export const Answer = z.record(
  line(40),
  z.union([Figure, prose(20_000, 0), z.boolean(), z.array(line(200)).max(500), z.null()]),
);
export type Answer = z.infer<typeof Answer>;

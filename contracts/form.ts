import { z } from 'zod';

/** A label in both languages of the app. */
export const Label = z.object({ en: z.string().min(1).max(400), 'zh-CN': z.string().min(1).max(400) });
export type Label = z.infer<typeof Label>;

const base = {
  key: z.string().regex(/^[a-z][A-Za-z0-9_-]{0,39}$/),
  label: Label,
  required: z.boolean().default(true),
  /** Required all the same when another field of the form has this value. */
  requiredWhen: z.object({ field: z.string().max(40), equals: z.union([z.string().max(60), z.boolean()]) }).optional(),
};

/** One question of a form. Free text is sealed under the key of the person it is about; everything else is a figure or an id. */
export const Field = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('score'), min: z.number(), max: z.number(), step: z.number().positive() }),
  z.object({
    ...base,
    kind: z.literal('choice'),
    options: z
      .array(z.object({ value: z.string().max(60), label: Label }))
      .min(1)
      .max(60),
  }),
  z.object({
    ...base,
    kind: z.literal('text'),
    minLength: z.number().int().min(0).default(0),
    maxLength: z.number().int().max(20_000).default(4000),
  }),
  z.object({ ...base, kind: z.literal('flag') }),
  z.object({ ...base, kind: z.literal('date') }),
  z.object({ ...base, kind: z.literal('people'), max: z.number().int().min(1).max(100).default(1) }),
  z.object({ ...base, kind: z.literal('ids'), max: z.number().int().min(1).max(500).default(50) }),
]);
export type Field = z.infer<typeof Field>;

export const Form = z.object({ fields: z.array(Field).min(1).max(60) });
export type Form = z.infer<typeof Form>;

/** What a person writes into a form: field key to value. A key that is absent or null is not answered. */
export const Answer = z.record(
  z.string().max(40),
  z.union([z.number(), z.string().max(20_000), z.boolean(), z.array(z.string().max(200)).max(500), z.null()]),
);
export type Answer = z.infer<typeof Answer>;

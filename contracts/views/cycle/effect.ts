import { z } from 'zod';
import { CycleEffect } from '../../cycle/effect.ts';
import { Proposal } from '../../cycle/needs.ts';
import { CycleTerms } from '../../cycle/terms.ts';
import { Label } from '../../form.ts';
import { elements, names } from './parts.ts';

/** Promised against measured; what fewer people than the privacy threshold are behind is null. */
export const EffectView = CycleEffect.extend({
  currency: z.string(),
  recorded: z
    .object({ offerings: z.number().int(), promised: z.number(), measured: z.number().nullable() })
    .nullable()
    .describe('As the ledger has it, once the stage is over'),
  courses: z.record(z.string(), Label),
  privacy: z.number().int().describe('What fewer people than that are behind is not shown'),
  departmentNames: z.record(z.string(), Label).describe('Of the departments in it, by id'),
}).meta({ id: 'CycleEffect' });
export type EffectView = z.infer<typeof EffectView>;

export const ProposalsView = z
  .object({ proposals: z.array(Proposal.extend({ kept: z.boolean() })), elements, names })
  .meta({ id: 'CycleProposals' });
export type ProposalsView = z.infer<typeof ProposalsView>;

/** The next cycle's terms as this one leaves them. */
export const NextTermsView = z.object({ terms: CycleTerms }).meta({ id: 'NextTerms' });

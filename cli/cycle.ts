import type { Command } from 'commander';
import { stringify } from 'yaml';
import { Api, type ApiOptions, pathId, withApiOptions } from './api.ts';
import { registerCycleFiles } from './cycle-files.ts';
import {
  changesText,
  differenceText,
  effectText,
  gapsText,
  needsText,
  planText,
  proposalsText,
  resourcesText,
} from './cycle-text.ts';
import { type Io, print, printJson } from './io.ts';

interface View {
  readonly path: string;
  readonly does: string;
  /** Options that become the query, with what they are. */
  readonly options?: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: each view has its own shape, checked by the API
  readonly text: (view: any) => string;
}

const VIEWS: Readonly<Record<string, View>> = {
  gaps: {
    path: 'gaps',
    does: 'how far people are from what their posts require, as far as you may see it',
    options: { department: 'only this department', person: 'only this person' },
    text: gapsText,
  },
  needs: {
    path: 'needs',
    does: 'the needs of departments, and who has returned none or stays silent',
    options: { department: 'only this department', state: 'only those in this state, such as confirmed' },
    text: needsText,
  },
  plan: {
    path: 'plan',
    does: 'the plan with its digest, each line as it is now, and what is left out',
    options: { version: 'an earlier version' },
    text: planText,
  },
  difference: {
    path: 'plan/difference',
    does: 'what has changed in the plan, since you last gave your word on it unless versions are named',
    options: { from: 'the version before', to: 'the version after' },
    text: differenceText,
  },
  resources: {
    path: 'resources',
    does: 'money, rooms and hours: planned, committed and used',
    text: resourcesText,
  },
  changes: { path: 'changes', does: 'change requests, with their effect on money and people', text: changesText },
  effect: { path: 'effect', does: 'promised against measured, by offering and department', text: effectText },
  'next-terms': {
    path: 'next-terms',
    does: 'terms for the next cycle as this one leaves them, as YAML to look through and open',
    text: ({ terms }: { terms: unknown }) => stringify(terms),
  },
  proposals: { path: 'proposals', does: 'what this cycle proposes to the next one', text: proposalsText },
};

/** `rostrum cycle plan plan-2027`, `rostrum cycle export plan-2027 needs.xlsx` */
export function registerCycle(program: Command, io: Io): void {
  const cycle = program.command('cycle').description('what a training-plan cycle has found, planned and measured');
  for (const [name, view] of Object.entries(VIEWS)) addView(cycle, io, name, view);
  registerCycleFiles(cycle, io);
}

function addView(cycle: Command, io: Io, name: string, view: View): void {
  const command = cycle.command(name).description(view.does).argument('<id>', 'the cycle, such as plan-2027');
  for (const [option, does] of Object.entries(view.options ?? {})) command.option(`--${option} <${option}>`, does);
  withApiOptions(command).action(async (id: string, options: ApiOptions & Record<string, string>) => {
    const query = new URLSearchParams(
      Object.keys(view.options ?? {}).flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]]])),
    );
    const shown = await new Api(io, options).get(
      `/api/cycles/${pathId(id)}/${view.path}${query.size ? `?${query}` : ''}`,
    );
    if (options.json) printJson(io, shown);
    else print(io, view.text(shown));
  });
}

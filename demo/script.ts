import type { Cast } from './cast.ts';

/** Who behaves out of the ordinary. Left out: nobody does. All are employee ids. */
export interface Script {
  /** The panel of judges reviews everyone, and each gives exactly the scores of the files. */
  readonly fullPanel: boolean;
  /** Leads a department and does not answer. */
  readonly silentLeader: string;
  /** Does not support the selection, and says why. */
  readonly unsupportive: string;
  /** Nobody there opens the notice. */
  readonly unreachedDepartment: string;
  readonly nominee: string;
  readonly nominator: string;
  /** Whose manager does not answer. */
  readonly unanswered: string;
  /** Withdraws the application before the call closes. */
  readonly withdraws?: string;
  /** Steps back from one review. */
  readonly recuses?: string;
  /** Hands all reviews back. */
  readonly dropsOut?: string;
  /** Declares before the review that one application is too close. */
  readonly declares?: string;
  /** Gives the last reviews only when the manager has been told. */
  readonly late: string;
}

/** The same seats misbehave in every run. With a full panel nobody is recused or replaced: every score counts. */
export function scriptFor(cast: Cast, fullPanel: boolean): Script {
  const applicants = [...cast.applicants.values()];
  const experts = [...cast.experts.values()];
  const departments = [...cast.people.values()].map((p) => p.department);
  const last = departments.sort().at(-1)!;
  const heads = experts.filter((p) => cast.people.get(p)?.department === last);
  const script = {
    fullPanel,
    silentLeader: heads[0] ?? experts[0]!,
    unsupportive: cast.endorsers.at(-1)!,
    unreachedDepartment: last,
    nominee: applicants[5]!,
    nominator: cast.screeners[0]!,
    unanswered: applicants[9]!,
    late: experts[1]!,
  };
  if (fullPanel) return script;
  return { ...script, withdraws: applicants[17]!, recuses: experts[4]!, dropsOut: experts[7]!, declares: experts[3]! };
}
